import { Duration, Size } from 'aws-cdk-lib';
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
import { PART_MINUTES, WORK_DELIVERIES } from '../../services/media/domain/work.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import { MediaEngineLayer } from '../constructs/media-engine-layer.ts';
import { PageEngineLayer } from '../constructs/page-engine-layer.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { ScheduledJob } from '../constructs/scheduled-job.ts';
import type { ServiceFunction } from '../constructs/service-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { DELIVERED, hearFromLibrary, issuePasses } from './media-watching.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** Below this prefix lie the files that people send. */
const UPLOADS = 'uploads/';
/** And below this one packages of interactive lessons, which the site itself never shows. */
const PACKAGES = 'packages/';

/** The most there is; the sound of a long lecture is one part. */
const PART_TIMEOUT = Duration.minutes(PART_MINUTES);
/** One whole processor: encoding is all that counts, and 1769 MiB is where Lambda gives one. */
const PART_MEMORY = 1769;
/** Makers of pages and pictures at one time; each is done in half a minute. */
const PAGE_MAKERS = 4;

/** Recordings, documents, pictures and packages from the upload to what the site shows. */
export class MediaStack extends ServiceStack {
  readonly #uploads: PrivateBucket;
  readonly #work: WorkQueue;
  readonly #paperWork: WorkQueue;

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
    const impact = 'recordings stay half transcoded; they go on when it is mended';
    const paperImpact = 'documents, pictures and packages stay half made; they go on when it is mended';
    const work = { timeout: PART_TIMEOUT, deliveries: WORK_DELIVERIES };
    this.#work = new WorkQueue(this, 'Work', {
      ...{ ...work, of: 'Transcoding work', impact, late: 'recordings are late' },
    });
    this.#paperWork = new WorkQueue(this, 'PaperWork', {
      ...{ ...work, of: 'Page making', impact: paperImpact, late: 'documents are late' },
    });
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
      .useQueue(this.#work.queue, 'WORK_QUEUE_URL');
    this.#tell();
    this.#captions();
    hearFromLibrary(this);
    this.#receive();
    this.#transcode(impact);
    this.#makePages(paperImpact);
    this.#sweep();
    issuePasses(this);
  }

  #readsUploadsAndSendsWork(
    target: ServiceFunction,
    ...more: ('PutObject' | 'DeleteObjectVersion')[]
  ): ServiceFunction {
    const { key } = this.foundation;
    return target
      .useBucket(this.#uploads.bucket, 'UPLOAD_BUCKET', UPLOADS, ['GetObjectVersion', ...more], key)
      .useQueue(this.#work.queue, 'WORK_QUEUE_URL')
      .useQueue(this.#paperWork.queue, 'PAPER_QUEUE_URL');
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
        // Two files of the same length are read whole to be compared.
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
      target: this.#readsUploadsAndSendsWork(target, 'DeleteObjectVersion').allow(
        ['s3:ListBucketVersions'],
        [this.#uploads.bucket.bucketArn],
      ),
      // Two files may have to be read whole before one is judged: one at a time keeps within the function's time.
      batchSize: 1,
    });
  }

  #transcode(impact: string): void {
    const { stage } = this.foundation;
    const architecture = stage.mediaArchitecture;
    const { layer } = new MediaEngineLayer(this, 'Engine', stage);
    const transcode = this.function(
      'TranscodePart',
      'transcode-part.queue',
      {
        impact,
        architecture,
        layers: [layer],
        timeout: PART_TIMEOUT,
        memory: PART_MEMORY,
        // A recording of 5 GiB that is laid into another container, or the sound of hours without compression.
        scratch: Size.gibibytes(10),
      },
      { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    ).useBucket(this.foundation.mediaBucket, 'MEDIA_BUCKET', DELIVERED, ['GetObject', 'PutObject']);
    // What cannot be cut at any time is laid into another container beside the upload.
    this.#work.workedBy(this.#readsUploadsAndSendsWork(transcode, 'PutObject'), stage.encoders);
  }

  #makePages(impact: string): void {
    const architecture = this.foundation.stage.mediaArchitecture;
    const { layer } = new PageEngineLayer(this, 'PageEngine', { architecture });
    const make = this.function(
      'MakePages',
      'make-pages.queue',
      { impact, architecture, layers: [layer], timeout: PART_TIMEOUT, memory: PART_MEMORY },
      { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    )
      .useBucket(this.foundation.mediaBucket, 'MEDIA_BUCKET', DELIVERED, ['PutObject'])
      .useBucket(this.foundation.mediaBucket, 'MEDIA_BUCKET', PACKAGES, ['PutObject'])
      .useBucket(this.#uploads.bucket, 'UPLOAD_BUCKET', UPLOADS, ['GetObjectVersion'], this.foundation.key)
      .useQueue(this.#paperWork.queue, 'PAPER_QUEUE_URL');
    this.#paperWork.workedBy(make, PAGE_MAKERS);
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
      .useQueue(this.#work.queue, 'WORK_QUEUE_URL')
      .useQueue(this.#paperWork.queue, 'PAPER_QUEUE_URL');
    new ScheduledJob(this, 'SweepUnsettled', {
      target,
      at: Duration.minutes(5),
      description:
        'Send lost transcoding work again, give up what is beyond its limit, delete what was dropped',
    });
  }
}
