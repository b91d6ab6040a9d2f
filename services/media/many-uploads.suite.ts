import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { newEntries } from '#shared/messaging/publish-outbox.ts';
import { runChaos, spread } from './chaos.suite.ts';
import type { TranscodePlan } from './domain/plan.ts';
import type { Recording } from './domain/recording.ts';
import { ENGINE_VERSION } from './engine/engine.ts';
import { makeClip } from './engine/fixtures.ts';
import { loadNodeAv } from './engine/node-av.ts';
import { memoised } from './memoised-engine.suite.ts';
import { type Pipeline, upload } from './pipeline.suite.ts';

type ManyUploads = {
  readonly uploads: number;
  readonly seed: number;
  /** Of the clips that the uploads are copies of, each with its own plan; one of 30 is two chunks. */
  readonly clipSeconds: readonly number[];
  readonly folder: string;
};
/** One that no encoder can do. */
const IMPOSSIBLE_SECONDS = 2;
const FPS = 25;
/** Shares of the uploads: what is no video, and what cannot be done. */
const RUBBISH = 0.1;
const IMPOSSIBLE = 0.03;

/** Writes and reads a small film of so many seconds. */
async function clipOf(seconds: number, folder: string): Promise<Buffer> {
  const path = join(folder, `${seconds}.mp4`);
  const picture = `testsrc2=s=64x36:r=${FPS}:d=${seconds}`;
  makeClip(await loadNodeAv(), { path, picture, sound: `sine=f=400:d=${seconds}`, width: 64, height: 36 });
  return readFileSync(path);
}

/** Nothing, in so many bytes and eight (ISO 14496-12): no two films of strangers are of one length to the byte. */
function freeBox(bytes: number): Buffer {
  const box = Buffer.alloc(8 + bytes);
  box.writeUInt32BE(box.length);
  box.write('free', 4, 'latin1');
  return box;
}

/** The files of so many uploads. */
async function filesOf({ uploads, clipSeconds, folder }: ManyUploads): Promise<Buffer[]> {
  const clips = await Promise.all(clipSeconds.map((seconds) => clipOf(seconds, folder)));
  const impossible = await clipOf(IMPOSSIBLE_SECONDS, folder);
  const isRubbish = spread(RUBBISH);
  const isImpossible = spread(IMPOSSIBLE);
  return Array.from({ length: uploads }, (_, n) => {
    const rubbish = Buffer.from(`<html>${n}</html>`.repeat(20));
    if (isRubbish()) return rubbish;
    const clip = isImpossible() ? impossible : (clips[n % clips.length] ?? rubbish);
    return Buffer.concat([clip, freeBox(n)]);
  });
}

/** Detail types of all events that were ever written, by their recording, in order. */
async function eventsByAsset({ service }: Pipeline): Promise<Map<string, string[]>> {
  const client = new DynamoDBStreamsClient(service.local.clientConfig);
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: service.table }));
  const StreamArn = Streams[0]?.StreamArn;
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const told = new Map<string, string[]>();
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
    let { ShardIterator } = await client.send(new GetShardIteratorCommand(start));
    while (ShardIterator) {
      const page = await client.send(new GetRecordsCommand({ ShardIterator }));
      for (const { detail, detailType } of (page.Records ?? []).flatMap((record) =>
        newEntries(record as DynamoDBRecord),
      )) {
        const { assetId } = JSON.parse(detail).data;
        told.set(assetId, [...(told.get(assetId) ?? []), detailType]);
      }
      // An open shard always names a next place.
      ShardIterator = page.Records?.length ? page.NextShardIterator : undefined;
    }
  }
  client.destroy();
  return told;
}

/**
 * Uploads copies of a few clips, and some rubbish, and works on them under faults until all are settled: messages and
 * arrivals lost and doubled, workers and encoders dying, and files that no encoder can do.
 */
export async function settleManyUploads(pipeline: Pipeline, { folder, ...many }: ManyUploads) {
  const clips = join(folder, 'clips');
  mkdirSync(clips, { recursive: true });
  const arrivals = [];
  for (const file of await filesOf({ ...many, folder: clips })) arrivals.push(await upload(pipeline, file));
  const impossible = ({ frames }: TranscodePlan) => frames === IMPOSSIBLE_SECONDS * FPS;
  const { engine, forget } = memoised(pipeline.tools.engine, { passing: 0.1, impossible });
  const tools = { ...pipeline.tools, engine: { ...engine, version: ENGINE_VERSION } };
  const faults = { seed: many.seed, workers: 3, lost: 0.05, duplicated: 0.4, deadly: 0.2 };
  const outcome = await runChaos({ ...pipeline, tools }, arrivals, faults);
  forget();
  const found = await Promise.all(arrivals.map(({ assetId }) => pipeline.tools.store.find(assetId)));
  const recordings = found.filter((one): one is Recording => one !== undefined);
  return { recordings, events: await eventsByAsset(pipeline), outcome };
}
