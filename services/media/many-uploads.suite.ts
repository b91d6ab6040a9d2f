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
import { randomOf, runChaos } from './chaos.suite.ts';
import type { Recording } from './domain/recording.ts';
import { ENGINE_VERSION } from './engine/engine.ts';
import { makeClip } from './engine/fixtures.ts';
import { loadNodeAv } from './engine/node-av.ts';
import { memoised } from './memoised-engine.suite.ts';
import { type Pipeline, upload } from './pipeline.suite.ts';

/** Seconds of the clips that the uploads are copies of, each with its own plan; the longest is two chunks. */
const CLIP_SECONDS = [1, 3, 5, 9, 30];
/** Of the uploads, those that are no video. */
const RUBBISH = 0.1;

async function makeClips(folder: string): Promise<Buffer[]> {
  const av = await loadNodeAv();
  mkdirSync(folder, { recursive: true });
  return CLIP_SECONDS.map((seconds) => {
    const path = join(folder, `${seconds}.mp4`);
    const picture = `testsrc2=s=64x36:r=25:d=${seconds}`;
    makeClip(av, { path, picture, sound: `sine=f=400:d=${seconds}`, width: 64, height: 36 });
    return readFileSync(path);
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
 * arrivals lost and doubled, workers dying, encoders failing for now or for good.
 */
export async function settleManyUploads(
  pipeline: Pipeline,
  { uploads, seed, folder }: { readonly uploads: number; readonly seed: number; readonly folder: string },
) {
  const clips = await makeClips(join(folder, 'clips'));
  const random = randomOf(seed);
  const arrivals = [];
  for (let n = 0; n < uploads; n += 1) {
    const rubbish = Buffer.from(`<html>${n}</html>`.repeat(20));
    const clip = clips[n % clips.length] ?? rubbish;
    arrivals.push(await upload(pipeline, random() < RUBBISH ? rubbish : clip));
  }
  const { engine, forget } = memoised(pipeline.tools.engine, random, { passing: 0.1, final: 0.01 });
  const tools = { ...pipeline.tools, engine: { ...engine, version: ENGINE_VERSION } };
  const faults = { seed, workers: 3, lost: 0.05, duplicated: 0.4, deadly: 0.01 };
  const outcome = await runChaos({ ...pipeline, tools }, arrivals, faults);
  forget();
  const found = await Promise.all(arrivals.map(({ assetId }) => pipeline.tools.store.find(assetId)));
  const recordings = found.filter((one): one is Recording => one !== undefined);
  return { recordings, events: await eventsByAsset(pipeline), outcome };
}
