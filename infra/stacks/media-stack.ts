import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { CaptionsPublishedV1 } from '../../events/media/captions-published.v1.ts';
import { CaptionsWithdrawnV1 } from '../../events/media/captions-withdrawn.v1.ts';
import { MediaGivenUpV1 } from '../../events/media/media-given-up.v1.ts';
import { MediaReadyV1 } from '../../events/media/media-ready.v1.ts';
import { TranscodeFailedV1 } from '../../events/media/transcode-failed.v1.ts';
import { TranscodeSucceededV1 } from '../../events/media/transcode-succeeded.v1.ts';
import { UploadReceivedV1 } from '../../events/media/upload-received.v1.ts';
import { captionRoutes, mediaRoutes } from '../../services/media/contract.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { ScheduledJob } from '../constructs/scheduled-job.ts';
import { DELIVERED, hearFromLibrary, issuePasses } from './media-watching.ts';
import {
  type MediaWorks,
  makePages,
  openWorks,
  PACKAGES,
  readsUploadsAndSendsWork,
  transcode,
  UPLOADS,
} from './media-works.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** Recordings, documents, pictures and packages from the upload to what the site shows. */
export class MediaStack extends ServiceStack {
  readonly #uploads: PrivateBucket;
  readonly #works: MediaWorks;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'media', props);
    const { stage, key, siteOrigins } = this.foundation;
    this.#uploads = new PrivateBucket(this, 'Uploads', {
      stage,
      key,
      versioned: true,
      notifies: true,
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [...siteOrigins],
          allowedHeaders: ['content-type'],
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
      ],
    });
    this.#works = openWorks(this, this.#uploads.bucket);
    this.serve(
      mediaRoutes,
      { impact: 'nothing can be uploaded and no recording is listed; what plays goes on playing' },
      { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], index: true },
    )
      .useBucket(
        this.#uploads.bucket,
        'UPLOAD_BUCKET',
        UPLOADS,
        ['PutObject', 'AbortMultipartUpload', 'ListMultipartUploadParts'],
        key,
      )
      .useQueue(this.#works.recordings.queue, 'WORK_QUEUE_URL');
    this.#tell();
    this.#captions();
    hearFromLibrary(this);
    this.#receive();
    transcode(this, this.#works);
    makePages(this, this.#works);
    this.#sweep();
    issuePasses(this);
  }

  #tell(): void {
    this.publish(
      UploadReceivedV1,
      TranscodeSucceededV1,
      TranscodeFailedV1,
      MediaReadyV1,
      MediaGivenUpV1,
      CaptionsPublishedV1,
      CaptionsWithdrawnV1,
    );
  }

  /** Beside the API, because it alone writes what the site shows. */
  #captions(): void {
    const captions = this.function(
      'Captions',
      'captions',
      { impact: 'no captions can be edited or published; those that are published are shown' },
      { table: ['GetItem', 'Query', 'PutItem', 'ConditionCheckItem'] },
    ).useBucket(this.foundation.mediaBucket, 'MEDIA_BUCKET', DELIVERED, ['GetObject', 'PutObject']);
    this.route('CaptionRoutes', captionRoutes, captions);
  }

  #receive(): void {
    const { stage } = this.foundation;
    const target = this.function(
      'OnUploadArrived',
      'on-upload-arrived.event',
      {
        impact: 'files that arrive are not looked at; they are kept, and the sweeper sends them to be',
        // It plans for the engine, whose name has its processor in it.
        architecture: stage.mediaArchitecture,
        // Files of the same length are read to be compared, three minutes of it (services/media/domain/content-pieces.ts).
        timeout: Duration.minutes(5),
      },
      { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    );
    new EventSubscription(this, 'UploadArrivals', {
      // S3 speaks on the account's own bus.
      bus: EventBus.fromEventBusName(this, 'AccountBus', 'default'),
      pattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [this.#uploads.bucket.bucketName] } },
      },
      // What nobody announced is deleted, in all its versions.
      target: readsUploadsAndSendsWork(this, this.#works, target, 'DeleteObjectVersion').allow(
        ['s3:ListBucketVersions'],
        [this.#uploads.bucket.bucketArn],
      ),
      // Files may have to be read before one is judged: one at a time keeps within the function's time.
      batchSize: 1,
    });
  }

  #sweep(): void {
    const { mediaBucket } = this.foundation;
    const target = this.function(
      'Sweep',
      'sweep.schedule',
      {
        impact:
          'recordings whose work was lost stay as they are, and what was refused or given up takes room',
        timeout: Duration.minutes(2),
      },
      { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    )
      .useBucket(this.#uploads.bucket, 'UPLOAD_BUCKET', UPLOADS, ['DeleteObjectVersion'])
      .allow(['s3:ListBucketVersions'], [this.#uploads.bucket.bucketArn])
      .useBucket(mediaBucket, 'MEDIA_BUCKET', DELIVERED, ['DeleteObject'])
      .useBucket(mediaBucket, 'MEDIA_BUCKET', PACKAGES, ['DeleteObject'])
      .listBucket(mediaBucket, [DELIVERED, PACKAGES])
      .useQueue(this.#works.recordings.queue, 'WORK_QUEUE_URL')
      .useQueue(this.#works.papers.queue, 'PAPER_QUEUE_URL');
    new ScheduledJob(this, 'SweepUnsettled', {
      target,
      at: Duration.minutes(5),
      description:
        'Send lost transcoding work again, give up what is beyond its limit, delete what was dropped',
    });
  }
}
