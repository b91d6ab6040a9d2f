import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { EnrolmentCancelledV1 } from '../../events/enrollment/enrolment-cancelled.v1.ts';
import { EnrolmentConfirmedV1 } from '../../events/enrollment/enrolment-confirmed.v1.ts';
import { ClassMemberAddedV1 } from '../../events/people/class-member-added.v1.ts';
import { ClassMemberRemovedV1 } from '../../events/people/class-member-removed.v1.ts';
import { AttemptGradedV1 } from '../../events/quizzes/attempt-graded.v1.ts';
import { AttemptGradedV2 } from '../../events/quizzes/attempt-graded.v2.ts';
import { AttemptStartedV1 } from '../../events/quizzes/attempt-started.v1.ts';
import { AttemptSubmittedV1 } from '../../events/quizzes/attempt-submitted.v1.ts';
import { GradeRevisedV1 } from '../../events/quizzes/grade-revised.v1.ts';
import { QuizPublishedV1 } from '../../events/quizzes/quiz-published.v1.ts';
import { diagnosticRoutes, quizRoutes } from '../../services/quizzes/contract.ts';
import { ScheduledJob } from '../constructs/scheduled-job.ts';
import { addItemFiles } from './quizzes-files.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** Item banks, quizzes, attempts and their marks. */
export class QuizzesStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'quizzes', props);
    this.serve(
      quizRoutes,
      { impact: 'nobody can take a quiz; answers already saved are safe' },
      {
        table: [
          'GetItem',
          'BatchGetItem',
          'Query',
          'PutItem',
          'UpdateItem',
          'ConditionCheckItem',
          'BatchWriteItem',
        ],
        index: true,
      },
    );
    this.publish(
      QuizPublishedV1,
      AttemptStartedV1,
      AttemptSubmittedV1,
      AttemptGradedV1,
      AttemptGradedV2,
      GradeRevisedV1,
    );
    this.on(
      EnrolmentConfirmedV1,
      { impact: 'learners just enrolled cannot take the quizzes of their course' },
      { table: ['PutItem'] },
    );
    this.on(
      EnrolmentCancelledV1,
      { impact: 'people who gave up their seat can still take quizzes' },
      { table: ['PutItem'] },
    );
    for (const event of [ClassMemberAddedV1, ClassMemberRemovedV1])
      this.on(
        event,
        { impact: 'teachers see the marks of an old picture of their classes' },
        { table: ['PutItem'] },
      );
    this.on(
      AttemptGradedV1,
      { impact: 'item analysis falls behind; a correction may miss attempts just handed in' },
      { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
      // All grades of a quiz change one item; more at once would only lose races.
      { maxConcurrency: 2 },
    );
    this.#sweepOverdue();
    this.#placeLearners();
    addItemFiles(this);
  }

  #sweepOverdue(): void {
    const sweep = this.function(
      'Sweep',
      'sweep.schedule',
      {
        impact: 'attempts whose time is over stay without a mark until their owner opens them',
        timeout: Duration.minutes(2),
      },
      {
        table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
        index: true,
      },
    );
    new ScheduledJob(this, 'SweepOverdue', {
      target: sweep,
      at: Duration.minutes(5),
      description: 'Hand in the attempts whose time is over',
    });
  }

  /** Placements by a function of their own: the estimator is of no use to anybody who takes a quiz. */
  #placeLearners(): void {
    const diagnostic = this.function(
      'Diagnostic',
      'diagnostic',
      { impact: 'nobody can be placed; what was answered is safe and goes on later' },
      { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], index: true },
    );
    this.route('DiagnosticRoutes', diagnosticRoutes, diagnostic);
  }
}
