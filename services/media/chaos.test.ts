import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runChaos } from './chaos.suite.ts';
import { makeClip } from './engine/fixtures.ts';
import { loadNodeAv } from './engine/node-av.ts';
import { settleManyUploads } from './many-uploads.suite.ts';
import { mortalEngine } from './mortal-engine.suite.ts';
import {
  arrive,
  delivered,
  eventsOf,
  type Pipeline,
  startPipeline,
  upload,
  workAll,
} from './pipeline.suite.ts';

let folder: string;
let clip: Buffer;
let pipeline: Pipeline;

/** Two chunks of very small pictures, and sound. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-'));
  const path = join(folder, 'clip.mp4');
  makeClip(await loadNodeAv(), {
    ...{ path, width: 64, height: 36 },
    picture: 'testsrc2=s=64x36:r=25:d=27',
    sound: 'sine=f=300:d=27',
  });
  clip = readFileSync(path);
  pipeline = await startPipeline();
});
afterAll(async () => {
  await pipeline.stop();
  rmSync(folder, { recursive: true });
});

test('workers and encoders that die, and work that comes twice or never, leave the tree of an undisturbed run', async () => {
  const calm = await upload(pipeline, clip);
  await arrive(pipeline, calm);
  await workAll(pipeline);
  const tree = await delivered(pipeline, calm.assetId);
  expect(Object.keys(tree).length).toBeGreaterThan(20);

  const { engine, counts } = mortalEngine(0.4);
  const mortal = { ...pipeline, tools: { ...pipeline.tools, engine } };
  const arrival = await upload(pipeline, clip);
  const faults = { seed: 11, workers: 2, lost: 0.1, duplicated: 1, deadly: 0.35, attempts: 20 };
  const outcome = await runChaos(mortal, [arrival], faults);
  expect(counts.kills / counts.starts).toBeGreaterThanOrEqual(0.3);
  expect(outcome.deaths / outcome.deliveries).toBeGreaterThanOrEqual(0.3);
  expect(outcome.duplicates).toBe(outcome.messages);
  expect(outcome.lost).toBeGreaterThan(0);
  expect(await delivered(pipeline, arrival.assetId)).toEqual(tree);
  const told = await eventsOf(pipeline, arrival.assetId);
  expect(told.toSorted()).toEqual(['MediaReady.v1', 'TranscodeSucceeded.v1', 'UploadReceived.v1']);
});

test('each of many uploads ends ready, rejected or failed, and tells so once', async () => {
  const many = { uploads: 20, seed: 5, clipSeconds: [3, 30], folder };
  const { recordings, events, outcome } = await settleManyUploads(pipeline, many);
  expect(outcome.deaths / outcome.deliveries).toBeGreaterThanOrEqual(0.2);
  const endings = recordings.map(({ state }) => state.status);
  expect(new Set(endings)).toEqual(new Set(['ready', 'rejected', 'failed']));
  for (const { assetId, state } of recordings) {
    const told = events.get(assetId)?.filter((type) => /Ready|Failed/.test(type));
    expect([state.status, told]).toEqual([
      state.status,
      [state.status === 'ready' ? 'MediaReady.v1' : 'TranscodeFailed.v1'],
    ]);
  }
});
