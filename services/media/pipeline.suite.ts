import { fileURLToPath } from 'node:url';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { DynamoDBRecord } from 'aws-lambda';
import { ulid } from 'ulid';
import { newEntries } from '#shared/messaging/publish-outbox.ts';
import { serveS3 } from '../../local/s3/test-server.ts';
import { serveSqs } from '../../local/sqs/test-server.ts';
import { ownCopy } from '../../tests/support/own-copy.ts';
import { startServiceTable } from '../../tests/support/service-table.ts';
import { AccessStore } from './access-store.ts';
import { AssetFiles } from './asset-files.ts';
import { completeUpload } from './commands/complete-upload.ts';
import { doPaperWork } from './commands/do-paper-work.ts';
import { doWork } from './commands/do-work.ts';
import { recordingExaminer } from './commands/examine-recording.ts';
import { paperExaminer } from './commands/hand-over-paper.ts';
import { partsToSend, requestUpload } from './commands/request-upload.ts';
import { takeArrival } from './commands/take-arrival.ts';
import { ContentStore } from './content-store.ts';
import { DeadLetters } from './dead-letters.ts';
import { Deliveries } from './deliveries.ts';
import { type AssetMetadata, UNSAID } from './domain/asset-metadata.ts';
import { createEngine, ENGINE_VERSION, type EngineOptions } from './engine/engine.ts';
import { createPagesEngine } from './engine/pages/pages-engine.ts';
import { PaperStore, PartStore } from './job-store.ts';
import { PaperMessage, PaperQueue } from './paper-queue.ts';
import { RecordingLists } from './recording-lists.ts';
import { Sources } from './sources.ts';
import { RecordingStore } from './store.ts';
import { Uploads } from './uploads.ts';
import { WorkMessage, WorkQueue } from './work-queue.ts';

export const UPLOADS = 'uploads';
export const DELIVERED = 'delivered';
export const QUEUE = 'work';
const DEAD = 'dead';
const PAPER_QUEUE = 'paper-work';
const childPath = fileURLToPath(new URL('./engine/child.ts', import.meta.url));
const pagesChildPath = fileURLToPath(new URL('./engine/pages-child.ts', import.meta.url));
export const at = '2026-11-23T02:00:00.000Z';
const cause = { at, causationId: 'test' };

/** The engine of the pipeline, whose processes end as the options say. */
export const engineWith = (options: Partial<EngineOptions>) => ({
  ...createEngine({ childPath, ...options }),
  version: ENGINE_VERSION,
});

/** The media service without its functions: its commands on a real table, buckets, queue and engine. */
export async function startPipeline(engineOptions: Partial<EngineOptions> = {}) {
  const [service, s3, sqs] = await Promise.all([startServiceTable(), serveS3(), serveSqs()]);
  s3.s3.ensureBucket({ name: UPLOADS, versioned: true, eventBridge: true });
  s3.s3.ensureBucket({ name: DELIVERED });
  for (const name of [QUEUE, PAPER_QUEUE]) sqs.sqs.ensureQueue({ name, visibilityTimeoutSeconds: 0 });
  sqs.sqs.ensureQueue({ name: DEAD });
  const { region, credentials } = s3.client.config;
  const client = new S3Client({
    ...{ endpoint: s3.address, region, credentials },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const engine = engineWith(engineOptions);
  const sources = new Sources(client, UPLOADS);
  const queue = new WorkQueue(sqs.client, sqs.sqs.queueUrl(QUEUE));
  const recording = recordingExaminer({ engine, sources, queue });
  const paperQueue = new PaperQueue(sqs.client, sqs.sqs.queueUrl(PAPER_QUEUE));
  const paper = paperExaminer({ paperQueue });
  const tools = {
    store: new RecordingStore(service.db, service.table),
    lists: new RecordingLists(service.db, service.table),
    contents: new ContentStore(service.db, service.table),
    parts: new PartStore(service.db, service.table),
    uploads: new Uploads(client, UPLOADS),
    sources,
    files: new AssetFiles(client, UPLOADS, DELIVERED),
    access: new AccessStore(service.db, service.table),
    deliveries: new Deliveries(client, DELIVERED),
    deadLetters: new DeadLetters(sqs.client, sqs.sqs.queueUrl(DEAD)),
    queue,
    now: () => at,
    papers: new PaperStore(service.db, service.table),
    paperQueue,
    pages: createPagesEngine({ childPath: pagesChildPath }),
    engine,
    examiners: { video: recording, audio: recording, image: paper, document: paper, package: paper },
  };
  const stop = async () => {
    client.destroy();
    await Promise.all([service.stop(), s3.close(), sqs.close()]);
  };
  return { service, s3, sqs, tools, stop };
}
export type Pipeline = Awaited<ReturnType<typeof startPipeline>>;

type Said = { readonly courseId?: string; readonly lessonNo?: number; readonly metadata?: AssetMetadata };

async function announce({ tools }: Pipeline, bytes: number, key = ulid(), said: Said = {}) {
  const request = { actor: ulid(), key, at };
  const file = { title: 'Bài giảng', fileName: 'bai.mp4', bytes, metadata: UNSAID, ...said };
  const requested = await requestUpload(tools, {
    ...file,
    assetId: ulid(),
    request,
    correlationId: 'request',
  });
  if (!requested.ok) throw new Error(requested.reason);
  return requested.recording;
}

/** Announces a file, sends it as a browser does and joins it; the arrival is not told to anybody yet. */
export async function upload(pipeline: Pipeline, film: Buffer, said: Said = {}) {
  const { tools } = pipeline;
  const file = ownCopy(film);
  const recording = await announce(pipeline, file.length, ulid(), said);
  const { parts } = (await partsToSend(tools.uploads, recording)) ?? { parts: [] };
  for (const { url, fromByte, toByte } of parts) {
    const sent = await fetch(url, { method: 'PUT', body: new Uint8Array(file.subarray(fromByte, toByte)) });
    if (!sent.ok) throw new Error(await sent.text());
  }
  const joined = await completeUpload(tools, recording, [], at);
  if (typeof joined === 'string') throw new Error(joined);
  return { assetId: joined.assetId, objectVersion: joined.joinedVersion ?? '', bytes: file.length };
}

/** What the function does that S3's event reaches. */
export async function arrive({ tools }: Pipeline, arrival: Awaited<ReturnType<typeof upload>>) {
  return takeArrival(tools, { ...arrival, jobId: ulid() }, cause);
}

async function takeAll<T>({ sqs }: Pipeline, queue: string, read: (body: unknown) => T): Promise<T[]> {
  const QueueUrl = sqs.sqs.queueUrl(queue);
  const taken: T[] = [];
  for (;;) {
    const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 60 });
    const { Messages = [] } = await sqs.client.send(receive);
    if (Messages.length === 0) return taken;
    for (const { Body = '', ReceiptHandle } of Messages) {
      taken.push(read(JSON.parse(Body)));
      await sqs.client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
}

/** Takes all messages off the queue of recordings, or of documents and pictures. */
export const takeWork = (pipeline: Pipeline): Promise<WorkMessage[]> =>
  takeAll(pipeline, QUEUE, (body) => WorkMessage.parse(body));
export const takePaperWork = (pipeline: Pipeline): Promise<PaperMessage[]> =>
  takeAll(pipeline, PAPER_QUEUE, (body) => PaperMessage.parse(body));

export const work = ({ tools }: Pipeline, message: WorkMessage, isLast = false) =>
  doWork(tools, message, { ...cause, isLast, jobId: ulid() });
export const workOnPaper = ({ tools }: Pipeline, message: PaperMessage, isLast = false) =>
  doPaperWork(tools, message, { ...cause, isLast, jobId: ulid() });

/** Works until the queue is empty. */
export async function workAll(pipeline: Pipeline): Promise<void> {
  for (let batch = await takeWork(pipeline); batch.length > 0; batch = await takeWork(pipeline))
    for (const message of batch) await work(pipeline, message);
}

/** What was given up, each message with the reason that was kept beside it. */
export async function buried({ sqs }: Pipeline) {
  const receive = {
    QueueUrl: sqs.sqs.queueUrl(DEAD),
    MaxNumberOfMessages: 10,
    MessageAttributeNames: ['All'],
  };
  const { Messages = [] } = await sqs.client.send(new ReceiveMessageCommand(receive));
  return Messages.map(({ Body = '', MessageAttributes }) => ({
    ...WorkMessage.parse(JSON.parse(Body)),
    code: MessageAttributes?.code?.StringValue,
  }));
}

/** Names and ETags of everything delivered of a recording, without its id. */
export async function delivered(
  { s3 }: Pipeline,
  assetId: string,
  below: 'media' | 'packages' = 'media',
): Promise<Record<string, string>> {
  const Prefix = `${below}/${assetId}/`;
  const { Contents = [] } = await s3.client.send(new ListObjectsV2Command({ Bucket: DELIVERED, Prefix }));
  return Object.fromEntries(Contents.map(({ Key = '', ETag = '' }) => [Key.slice(Prefix.length), ETag]));
}

/** Detail types of all events of a recording, in order, as the publisher finds them in the table's stream. */
export async function eventsOf({ service }: Pipeline, assetId: string): Promise<string[]> {
  const client = new DynamoDBStreamsClient(service.local.clientConfig);
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: service.table }));
  const StreamArn = Streams[0]?.StreamArn;
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const types: string[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
    const { ShardIterator } = await client.send(new GetShardIteratorCommand(start));
    const { Records = [] } = await client.send(new GetRecordsCommand({ ShardIterator }));
    const entries = Records.flatMap((record) => newEntries(record as DynamoDBRecord));
    types.push(
      ...entries.filter(({ detail }) => detail.includes(assetId)).map(({ detailType }) => detailType),
    );
  }
  client.destroy();
  return types;
}
