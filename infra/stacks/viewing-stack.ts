import type { Construct } from 'constructs';
import { MediaReadyV1 } from '../../events/media/media-ready.v1.ts';
import { ClassMemberAddedV1 } from '../../events/people/class-member-added.v1.ts';
import { ClassMemberRemovedV1 } from '../../events/people/class-member-removed.v1.ts';
import { PackageResultRecordedV1 } from '../../events/viewing/package-result-recorded.v1.ts';
import { ViewingRecordedV1 } from '../../events/viewing/viewing-recorded.v1.ts';
import { viewingRoutes } from '../../services/viewing/contract.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** What people have watched, and where they go on. */
export class ViewingStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'viewing', props);
    this.serve(
      viewingRoutes,
      {
        impact: 'recordings begin at their beginning; what is watched is kept on the devices and sent later',
      },
      { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], index: true },
    );
    this.publish(ViewingRecordedV1, PackageResultRecordedV1);
    this.on(
      MediaReadyV1,
      { impact: 'nothing is recorded of the newest recordings until it is mended' },
      { table: ['PutItem'] },
    );
    for (const event of [ClassMemberAddedV1, ClassMemberRemovedV1])
      this.on(
        event,
        { impact: 'teachers see an old picture of how their classes watch' },
        { table: ['PutItem'] },
      );
  }
}
