import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordingExaminer } from './commands/examine-recording.ts';
import { UNSAID } from './domain/asset-metadata.ts';
import { rewrap } from './engine/container-fixtures.ts';
import { makeClip } from './engine/fixtures.ts';
import { loadNodeAv } from './engine/node-av.ts';
import {
  arrive,
  at,
  buried,
  delivered,
  eventsOf,
  type Pipeline,
  startPipeline,
  takeWork,
  upload,
  work,
  workAll,
} from './pipeline.suite.ts';

const lecture = readFileSync(path.join(import.meta.dirname, '../../local/demo/content/lecture.mp4'));
const SUCCESS = ['UploadReceived.v1', 'TranscodeSucceeded.v1', 'MediaReady.v1'];

let pipeline: Pipeline;
let folder: string;
/** A film of ten seconds and very small pictures: what is shown of it is shown of any. */
let film: Buffer;
/** What one undisturbed run delivers of it. */
let undisturbed: Record<string, string>;
/** Called for every encoder process; may end it. */
let onStart: (pid: number) => void = () => {};

/** By the program that FFMPEG_PATH names, where there is one, instead of the packaged engine. */
const { FFMPEG_PATH: ffmpegPath } = process.env;

beforeAll(async () => {
  pipeline = await startPipeline({ onStart: (pid) => onStart(pid), ...(ffmpegPath && { ffmpegPath }) });
  folder = mkdtempSync(path.join(tmpdir(), 'pipeline-'));
  const small = { path: path.join(folder, 'film.mp4'), width: 64, height: 36 };
  makeClip(await loadNodeAv(), { ...small, picture: 'testsrc2=s=64x36:r=25:d=10', sound: 'sine=f=300:d=10' });
  film = readFileSync(small.path);
  const arrival = await upload(pipeline, film);
  await arrive(pipeline, arrival);
  await workAll(pipeline);
  undisturbed = await delivered(pipeline, arrival.assetId);
});
afterAll(async () => {
  await pipeline.stop();
  rmSync(folder, { recursive: true });
});

const stateOf = async (assetId: string) => (await pipeline.tools.store.find(assetId))?.state;

test('a lecture that is uploaded can be watched', async () => {
  const courseId = ulid();
  const arrival = await upload(pipeline, lecture, {
    ...{ courseId, lessonNo: 2 },
    metadata: { ...UNSAID, language: 'en' },
  });
  await arrive(pipeline, arrival);
  expect(await stateOf(arrival.assetId)).toMatchObject({ status: 'transcoding', total: 2, done: [] });
  await workAll(pipeline);
  expect(await stateOf(arrival.assetId)).toMatchObject({ status: 'ready', durationSeconds: 10 });
  const names = Object.keys(await delivered(pipeline, arrival.assetId)).map((name) =>
    name.slice(name.indexOf('/') + 1),
  );
  const track = (folder: string) =>
    ['index.m3u8', 'init.mp4', 'seg00000.m4s', 'seg00001.m4s', 'seg00002.m4s'].map(
      (name) => `${folder}/${name}`,
    );
  // Of slides 360p needs nearly as much as 480p: it is made, as the plan says, and no playlist names it.
  const unnamed = track('360p').slice(1);
  const named = ['240p', '480p', 'audio', 'audio-48k'].flatMap(track);
  const whole = [
    'lesson.mp4',
    'master.m3u8',
    'sprite.jpg',
    'storyboard.vtt',
    'unissued.jpg',
    'waveform.json',
  ];
  expect(names.sort()).toEqual([...named, ...unnamed, ...whole].sort());
  expect(await eventsOf(pipeline, arrival.assetId)).toEqual(SUCCESS);
  const [playable] = await pipeline.tools.lists.listOfCourse(courseId);
  expect(playable).toMatchObject({
    ...{ assetId: arrival.assetId, kind: 'video', durationMs: 10_000, lessonNo: 2 },
  });
  const master = await pipeline.tools.deliveries.text(playable?.playlist?.slice(1) ?? '');
  expect(master).toContain('NAME="English",LANGUAGE="en"');
  const [sound, small, clear] = playable?.renditions ?? [];
  expect([sound?.name, small?.name, clear?.name]).toEqual(['audio-48k', '240p', '480p']);
  expect(sound?.height).toBeUndefined();
  expect([small?.height, clear?.height]).toEqual([240, 480]);
  expect(small?.bytes).toBeGreaterThan(sound?.bytes ?? Number.POSITIVE_INFINITY);
  expect(clear?.bytes).toBeGreaterThan(small?.bytes ?? Number.POSITIVE_INFINITY);
});

test('duplicates, another order and two workers at once deliver the same, and tell of it once', async () => {
  const arrival = await upload(pipeline, film);
  await Promise.allSettled([arrive(pipeline, arrival), arrive(pipeline, arrival)]);
  await arrive(pipeline, arrival);
  const messages = await takeWork(pipeline);
  expect(messages.length).toBeGreaterThan(2);
  const [first, ...rest] = messages.reverse();
  await Promise.all([work(pipeline, first!), work(pipeline, first!)]);
  for (const message of rest) await work(pipeline, message);
  const finishes = await takeWork(pipeline);
  expect(new Set(finishes.map(({ task }) => task))).toEqual(new Set(['finish']));
  await Promise.all([work(pipeline, finishes[0]!), work(pipeline, finishes[0]!)]);
  for (const message of [...messages, ...finishes]) await work(pipeline, message);
  await arrive(pipeline, arrival);
  expect(await takeWork(pipeline)).toEqual([]);
  expect(await delivered(pipeline, arrival.assetId)).toEqual(undisturbed);
  expect(await eventsOf(pipeline, arrival.assetId)).toEqual(SUCCESS);
});

test('an encoder that is killed, and work that comes again, leave the same lecture', async () => {
  const arrival = await upload(pipeline, film);
  await arrive(pipeline, arrival);
  const messages = await takeWork(pipeline);
  onStart = (pid) => process.kill(pid, 'SIGKILL');
  for (const message of messages) await expect(work(pipeline, message)).rejects.toThrow('CRASHED');
  expect(await stateOf(arrival.assetId)).toMatchObject({ status: 'transcoding', done: [] });
  let deaths = 0;
  onStart = (pid) => {
    deaths += 1;
    if (deaths === 1) process.kill(pid, 'SIGKILL');
  };
  for (const message of messages) await work(pipeline, message);
  await workAll(pipeline);
  onStart = () => {};
  // The program runs twice for the sound.
  expect(deaths).toBe(ffmpegPath ? 7 : 6);
  expect(await delivered(pipeline, arrival.assetId)).toEqual(undisturbed);
  expect(await eventsOf(pipeline, arrival.assetId)).toEqual(SUCCESS);
});

test('a worker that ends between its part and the finish loses nothing', async () => {
  const arrival = await upload(pipeline, film);
  await arrive(pipeline, arrival);
  const [audio, chunk] = await takeWork(pipeline);
  await work(pipeline, audio!);
  const { queue } = pipeline.tools;
  const broken = { ...pipeline, tools: { ...pipeline.tools, queue: Object.create(queue) as typeof queue } };
  broken.tools.queue.send = () => Promise.reject(new Error('the worker is gone'));
  await expect(work(broken, chunk!)).rejects.toThrow('gone');
  expect(await takeWork(pipeline)).toEqual([]);
  await work(pipeline, chunk!);
  expect(await takeWork(pipeline)).toMatchObject([{ task: 'finish' }]);
  await work(pipeline, { ...chunk!, task: 'finish' });
  expect(await delivered(pipeline, arrival.assetId)).toEqual(undisturbed);
  expect(await eventsOf(pipeline, arrival.assetId)).toEqual(SUCCESS);
});

test('a plan of the engine before a deployment is made anew, and none of its parts is mixed in', async () => {
  const arrival = await upload(pipeline, film);
  const { tools } = pipeline;
  const engine = { ...tools.engine, version: 'node-av/6.0.0+old' };
  const examiners = { ...tools.examiners, video: recordingExaminer({ ...tools, engine }) };
  const before = { ...pipeline, tools: { ...tools, engine, examiners } };
  await arrive(before, arrival);
  const [audio, chunk] = await takeWork(pipeline);
  await work(before, audio!);
  await work(pipeline, chunk!);
  expect(await stateOf(arrival.assetId)).toMatchObject({ status: 'transcoding', done: [] });
  await work(pipeline, chunk!);
  await work(pipeline, { ...chunk!, task: 'finish' });
  const renewed = await takeWork(pipeline);
  expect(renewed.map(({ task }) => task)).toEqual(['audio', 'chunk-0']);
  for (const message of renewed) await work(pipeline, message);
  await workAll(pipeline);
  const [{ planHash } = { planHash: '' }] = renewed;
  const all = Object.entries(await delivered(pipeline, arrival.assetId));
  expect(Object.fromEntries(all.filter(([name]) => name.startsWith(String(planHash))))).toEqual(undisturbed);
  expect(await eventsOf(pipeline, arrival.assetId)).toEqual(SUCCESS);
});

test('an encoder that keeps dying fails the recording with the last delivery, once', async () => {
  const arrival = await upload(pipeline, film);
  await arrive(pipeline, arrival);
  const messages = await takeWork(pipeline);
  onStart = (pid) => process.kill(pid, 'SIGKILL');
  for (const message of messages) await work(pipeline, message, true);
  onStart = () => {};
  expect(await stateOf(arrival.assetId)).toEqual({ status: 'failed', code: 'ENGINE' });
  for (const message of messages) await work(pipeline, message);
  expect(await delivered(pipeline, arrival.assetId)).toEqual({});
  expect(await eventsOf(pipeline, arrival.assetId)).toEqual(['UploadReceived.v1', 'TranscodeFailed.v1']);
  expect(await buried(pipeline)).toMatchObject([{ task: messages[0]?.task, code: 'CRASHED' }]);
});

test('what is no video is rejected with its reason, and nothing is encoded', async () => {
  const arrival = await upload(pipeline, Buffer.from('<html>không phải video</html>'.repeat(50)));
  await arrive(pipeline, arrival);
  await arrive(pipeline, arrival);
  expect(await stateOf(arrival.assetId)).toMatchObject({
    status: 'rejected',
    rejection: { code: 'UNRECOGNISED' },
  });
  expect(await takeWork(pipeline)).toEqual([]);
  expect(await eventsOf(pipeline, arrival.assetId)).toEqual(['UploadReceived.v1', 'TranscodeFailed.v1']);
});

test('an arrival whose event is lost is found by its examination', async () => {
  const { assetId, objectVersion } = await upload(pipeline, film);
  await work(pipeline, { assetId, objectVersion, task: 'examine' });
  expect(await stateOf(assetId)).toMatchObject({ status: 'transcoding' });
  expect(await pipeline.tools.store.find(assetId)).toMatchObject({ changedAt: at });
  expect((await takeWork(pipeline)).map(({ task }) => task)).toEqual(['audio', 'chunk-0']);
});

/** The film as a transport stream, which cannot be cut at any time. */
async function uploadStream() {
  const file = path.join(folder, 'film.ts');
  rewrap(await loadNodeAv(), path.join(folder, 'film.mp4'), file, 'mpegts');
  return upload(pipeline, readFileSync(file));
}

test('a file that brings down whoever looks at it is given up with the last delivery', async () => {
  const { assetId, objectVersion } = await uploadStream();
  const examine = { assetId, objectVersion, task: 'examine' as const };
  onStart = (pid) => process.kill(pid, 'SIGKILL');
  await expect(work(pipeline, examine)).rejects.toThrow('CRASHED');
  expect(await stateOf(assetId)).toMatchObject({ status: 'received' });
  await work(pipeline, examine, true);
  onStart = () => {};
  expect(await stateOf(assetId)).toEqual({ status: 'failed', code: 'ENGINE' });
  expect(await buried(pipeline)).toContainEqual({ ...examine, code: 'CRASHED' });
  expect(await eventsOf(pipeline, assetId)).toEqual(['UploadReceived.v1', 'TranscodeFailed.v1']);
});

test('a transport stream is converted from what its streams were laid into', async () => {
  const arrival = await uploadStream();
  await arrive(pipeline, arrival);
  expect(await pipeline.tools.store.find(arrival.assetId)).toMatchObject({
    kind: 'video',
    state: { status: 'transcoding' },
    source: { objectVersion: arrival.objectVersion, remuxed: { bytes: expect.any(Number) } },
  });
  await workAll(pipeline);
  expect(await stateOf(arrival.assetId)).toMatchObject({ status: 'ready', durationSeconds: 10 });
});
