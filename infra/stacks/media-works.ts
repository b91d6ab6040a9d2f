import { Duration, Size } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { PART_MINUTES, WORK_DELIVERIES } from '../../services/media/domain/work.ts';
import { MediaEngineLayer } from '../constructs/media-engine-layer.ts';
import { PageEngineLayer } from '../constructs/page-engine-layer.ts';
import type { ServiceFunction } from '../constructs/service-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { DELIVERED } from './media-watching.ts';
import type { ServiceStack } from './service-stack.ts';

/** Below this prefix lie the files that people send. */
export const UPLOADS = 'uploads/';
/** And below this one packages of interactive lessons, which the site itself never shows. */
export const PACKAGES = 'packages/';

/** The most there is; the sound of a long lecture is one part. */
const PART_TIMEOUT = Duration.minutes(PART_MINUTES);
/** One whole processor: encoding is all that counts, and 1769 MiB is where Lambda gives one. */
const PART_MEMORY = 1769;
/** Makers of pages and pictures at one time, where the account has room; each is done in half a minute. */
const PAGE_MAKERS = 4;

const OF_RECORDINGS = 'recordings stay half transcoded; they go on when it is mended';
const OF_PAPERS = 'documents, pictures and packages stay half made; they go on when it is mended';

/** Where files come in, and the queues of what is to be made of them. */
export interface MediaWorks {
  readonly uploads: Bucket;
  readonly recordings: WorkQueue;
  readonly papers: WorkQueue;
}

/** Both queues of work. */
export function openWorks(stack: ServiceStack, uploads: Bucket): MediaWorks {
  const work = { timeout: PART_TIMEOUT, deliveries: WORK_DELIVERIES };
  const recordings = new WorkQueue(stack, 'Work', {
    ...{ ...work, of: 'Transcoding work', impact: OF_RECORDINGS, late: 'recordings are late' },
  });
  const papers = new WorkQueue(stack, 'PaperWork', {
    ...{ ...work, of: 'Page making', impact: OF_PAPERS, late: 'documents are late' },
  });
  return { uploads, recordings, papers };
}

/** Lets a function look at what was sent and hand it to whoever works on it. */
export const readsUploadsAndSendsWork = (
  { foundation }: ServiceStack,
  { uploads, recordings, papers }: MediaWorks,
  target: ServiceFunction,
  ...more: ('PutObject' | 'DeleteObjectVersion')[]
): ServiceFunction =>
  target
    .useBucket(uploads, 'UPLOAD_BUCKET', UPLOADS, ['GetObjectVersion', ...more], foundation.key)
    .useQueue(recordings.queue, 'WORK_QUEUE_URL')
    .useQueue(papers.queue, 'PAPER_QUEUE_URL');

/** The encoders, as many as the account has room for. */
export function transcode(stack: ServiceStack, works: MediaWorks): void {
  const { stage, mediaBucket } = stack.foundation;
  const architecture = stage.mediaArchitecture;
  const { layer } = new MediaEngineLayer(stack, 'Engine', stage);
  const encoder = stack
    .function(
      'TranscodePart',
      'transcode-part.queue',
      {
        impact: OF_RECORDINGS,
        architecture,
        layers: [layer],
        timeout: PART_TIMEOUT,
        memory: PART_MEMORY,
        // A recording of 5 GiB that is laid into another container, or the sound of hours without compression.
        scratch: Size.gibibytes(10),
      },
      { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    )
    .useBucket(mediaBucket, 'MEDIA_BUCKET', DELIVERED, ['GetObject', 'PutObject']);
  // What cannot be cut at any time is laid into another container beside the upload.
  works.recordings.workedBy(readsUploadsAndSendsWork(stack, works, encoder, 'PutObject'), stage.encoders);
}

/** The makers of pages, pictures and packages. */
export function makePages(stack: ServiceStack, { uploads, papers }: MediaWorks): void {
  const { stage, mediaBucket, key } = stack.foundation;
  const architecture = stage.mediaArchitecture;
  const { layer } = new PageEngineLayer(stack, 'PageEngine', { architecture });
  const maker = stack
    .function(
      'MakePages',
      'make-pages.queue',
      { impact: OF_PAPERS, architecture, layers: [layer], timeout: PART_TIMEOUT, memory: PART_MEMORY },
      { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    )
    .useBucket(mediaBucket, 'MEDIA_BUCKET', DELIVERED, ['PutObject'])
    .useBucket(mediaBucket, 'MEDIA_BUCKET', PACKAGES, ['PutObject'])
    .useBucket(uploads, 'UPLOAD_BUCKET', UPLOADS, ['GetObjectVersion'], key)
    .useQueue(papers.queue, 'PAPER_QUEUE_URL');
  papers.workedBy(maker, Math.min(PAGE_MAKERS, stage.encoders));
}
