import { type App, Tags } from 'aws-cdk-lib';
import { CampaignsStack } from './stacks/campaigns-stack.ts';
import { EnrollmentStack } from './stacks/enrollment-stack.ts';
import { FoundationStack } from './stacks/foundation-stack.ts';
import { LibraryStack } from './stacks/library-stack.ts';
import { MediaStack } from './stacks/media-stack.ts';
import { PeopleStack } from './stacks/people-stack.ts';
import { QuizzesStack } from './stacks/quizzes-stack.ts';
import { ReportsStack } from './stacks/reports-stack.ts';
import { ViewingStack } from './stacks/viewing-stack.ts';
import { stageNamed } from './stages.ts';

/** All stacks of one centre in one stage. The bundles must exist. */
export function buildApp(app: App, stageName: string): void {
  const stage = stageNamed(stageName);
  const prefix = `HocVuSo-${stage.name}`;
  const foundation = new FoundationStack(app, `${prefix}-Foundation`, { stage });
  new PeopleStack(app, `${prefix}-People`, { foundation });
  new EnrollmentStack(app, `${prefix}-Enrollment`, { foundation });
  new CampaignsStack(app, `${prefix}-Campaigns`, { foundation });
  new ReportsStack(app, `${prefix}-Reports`, { foundation });
  new QuizzesStack(app, `${prefix}-Quizzes`, { foundation });
  new MediaStack(app, `${prefix}-Media`, { foundation });
  new ViewingStack(app, `${prefix}-Viewing`, { foundation });
  new LibraryStack(app, `${prefix}-Library`, { foundation });
  foundation.alarmBell.ringFor(app);
  Tags.of(app).add('project', 'hoc-vu-so');
  Tags.of(app).add('stage', stage.name);
}
