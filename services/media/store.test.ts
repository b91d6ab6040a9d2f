import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { AccessStore } from './access-store.ts';
import { AssetFiles } from './asset-files.ts';
import { sweep } from './commands/sweep.ts';
import { awaitingUpload, type Part } from './domain/asset.ts';
import { advance, type Recording } from './domain/recording.ts';
import { planOf } from './domain/test-plans.ts';
import { partsOfPlan } from './domain/work.ts';
import { PaperStore, PartStore } from './job-store.ts';
import { PaperQueue } from './paper-queue.ts';
import { RecordingLists } from './recording-lists.ts';
import { RecordingStore } from './store.ts';
import { type WorkMessage, WorkQueue } from './work-queue.ts';

const START = Date.parse('2026-11-23T02:00:00.000Z');
const after = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
const SIZE = { width: 320, height: 180 };
const plan = planOf({ endsAt: 900, picture: { display: SIZE, coded: SIZE, frameRate: 25 } });
const PARTS = partsOfPlan(plan);

let service: ServiceTable;
let store: RecordingStore;
let lists: RecordingLists;
let parts: PartStore;

beforeAll(async () => {
  service = await startServiceTable();
  store = new RecordingStore(service.db, service.table);
  lists = new RecordingLists(service.db, service.table);
  parts = new PartStore(service.db, service.table);
});
afterAll(() => service.stop());

const recordingOf = (uploadedBy: string, assetId = ulid()): Recording => ({
  assetId,
  title: 'Bài giảng',
  fileName: 'bai.mp4',
  bytes: 100,
  courseId: ulid(),
  uploadedBy,
  createdAt: after(0),
  correlationId: 'request',
  uploadId: 'upload',
  version: 1,
  changedAt: after(0),
  movedAt: after(0),
  resends: 0,
  state: awaitingUpload(100),
});

async function announced(uploadedBy = ulid(), assetId = ulid()): Promise<Recording> {
  const recording = recordingOf(uploadedBy, assetId);
  const request = { actor: uploadedBy, route: 'request-upload', key: ulid(), at: after(0) };
  await store.saveAnnounced(recording, request);
  return recording;
}

async function transcoding(): Promise<Recording> {
  const was = await announced();
  const received = advance(was, [{ type: 'receive-upload', bytes: 100 }], after(1));
  if (!received.ok) expect.fail(received.reason);
  const source = { objectVersion: 'v1', jobId: ulid() };
  const withSource = { ...received.recording, source };
  expect(await store.save(was, withSource)).toBe('saved');
  const accept = { type: 'accept-plan', planHash: plan.planHash, total: PARTS.length } as const;
  const planned = advance(withSource, [{ type: 'start-probe' }, accept], after(2));
  if (!planned.ok) expect.fail(planned.reason);
  expect(await store.save(withSource, planned.recording, { plan })).toBe('saved');
  return planned.recording;
}

const complete = (assetId: string, part: Part, planHash = plan.planHash) =>
  store.completePart(assetId, planHash, part, after(3));

test('a recording is read as it was written, with its plan', async () => {
  const written = await transcoding();
  expect(await store.find(written.assetId)).toEqual(written);
  expect(await parts.findPlan(written.assetId, 'v1')).toEqual(plan);
  expect(await parts.findPlan(written.assetId, 'v2')).toBeUndefined();
});

test('a key announces one recording, however many requests carry it', async () => {
  const person = ulid();
  const request = { actor: person, route: 'request-upload', key: ulid(), at: after(0) };
  const tries = Array.from({ length: 8 }, () => store.saveAnnounced(recordingOf(person), request));
  const outcomes = await Promise.all(tries);
  expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
  const list = await lists.listRecordings({ uploader: person });
  if (list === 'invalid-cursor') expect.fail(list);
  expect(list.recordings.map(({ assetId }) => assetId)).toEqual([await store.findEarlier(request)]);
});

test('of two changes from the same state one is saved', async () => {
  const was = await announced();
  const outcomes = await Promise.all(
    [100, 99].map(async (bytes) => {
      const next = advance(was, [{ type: 'receive-upload', bytes }], after(1));
      return store.save(was, next.ok ? next.recording : expect.fail(next.reason));
    }),
  );
  expect(outcomes.sort()).toEqual(['conflict', 'saved']);
});

test('parts completed at the same time, twice and in any order are a set, and the last one is seen', async () => {
  const { assetId } = await transcoding();
  const deliveries = [...PARTS, ...PARTS.toReversed()];
  const seen = await Promise.all(deliveries.map((part) => complete(assetId, part)));
  const sizes = seen.map((one) => (one?.state.status === 'transcoding' ? one.state.done.length : -1));
  expect(sizes.filter((size) => size === PARTS.length).length).toBeGreaterThan(0);
  const { state } = (await store.find(assetId)) ?? expect.fail('gone');
  expect(state.status === 'transcoding' && [...state.done].sort()).toEqual([...PARTS].sort());
});

test('of a file that is looked at the sign of life only moves forward, and stays when its kind is noted', async () => {
  const was = await announced();
  const received = advance(was, [{ type: 'receive-upload', bytes: 100 }], after(1));
  const next = received.ok ? received.recording : expect.fail(received.reason);
  await store.save(was, { ...next, source: { objectVersion: 'v1', jobId: ulid() } });
  await store.saveMoved(next, after(9));
  await store.saveMoved(next, after(5));
  await store.saveKind(next, 'video');
  await store.saveKind(next, 'audio');
  expect(await store.find(was.assetId)).toMatchObject({ kind: 'video', version: 3, movedAt: after(9) });
  const working = await transcoding();
  await store.saveMoved(working, after(9));
  expect((await store.find(working.assetId))?.movedAt).toBe(after(2));
});

test('a part of another plan, or of a recording given up, is not taken', async () => {
  const was = await transcoding();
  expect(await complete(was.assetId, 'audio', 'b'.repeat(64))).toBeUndefined();
  const failed = advance(was, [{ type: 'fail', code: 'TIMEOUT' }], after(4));
  await store.save(was, failed.ok ? failed.recording : expect.fail(failed.reason));
  expect(await complete(was.assetId, 'audio')).toBeUndefined();
  expect((await store.find(was.assetId))?.state).toEqual({ status: 'failed', code: 'TIMEOUT' });
});

test('facts of all parts come back, each once, and only of their plan', async () => {
  const assetId = ulid();
  const facts = (part: Part) => ({
    part,
    tracks: [{ folder: '240p', codec: 'avc1.42c00d', initSha256: 'x', segments: [] }],
  });
  for (const part of [...PARTS, 'audio' as const]) await parts.saveFacts(assetId, plan.planHash, facts(part));
  await parts.saveFacts(assetId, 'b'.repeat(64), facts('chunk-0'));
  const listed = await parts.allFacts(assetId, plan.planHash);
  expect(listed.map(({ part }) => part).sort()).toEqual([...PARTS].sort());
});

test('lists are newest first, page by page, and a cursor opens no other list', async () => {
  const mine = ulid();
  const ids = Array.from({ length: 53 }, (_, index) => ulid(START + index));
  for (const id of ids) await announced(mine, id);
  const first = await lists.listRecordings({ uploader: mine });
  if (first === 'invalid-cursor') expect.fail(first);
  const second = await lists.listRecordings({ uploader: mine, cursor: first.next });
  if (second === 'invalid-cursor') expect.fail(second);
  expect([...first.recordings, ...second.recordings].map(({ assetId }) => assetId)).toEqual(ids.toReversed());
  expect(second.next).toBeUndefined();
  expect(await lists.listRecordings({ uploader: ulid(), cursor: first.next })).toBe('invalid-cursor');
  expect(await lists.listRecordings({ cursor: first.next })).toBe('invalid-cursor');
  expect(await lists.listRecordings({ cursor: 'x' })).toBe('invalid-cursor');
  const all = await lists.listRecordings({});
  expect(all).toMatchObject({ recordings: { length: 50 } });
});

test('the sweeper sends what is missing, gives up what is beyond its limit, and is patient the second time', async () => {
  const sent: WorkMessage[] = [];
  const queue = new WorkQueue();
  queue.send = async (messages) => void sent.push(...messages);
  const papers = new PaperStore(service.db, service.table);
  const files = new AssetFiles();
  const removed: string[] = [];
  files.removeUploaded = async (id) => void removed.push(id);
  files.removeDelivered = files.removeUploaded;
  const access = new AccessStore(service.db, service.table);
  const tools = { store, lists, parts, queue, papers, paperQueue: new PaperQueue(), files, access };
  const { assetId } = await transcoding();
  const [, ...missing] = PARTS;
  await complete(assetId, 'chunk-0');
  const own = () => sent.splice(0).filter((message) => message.assetId === assetId);
  await sweep(tools, { at: after(12), causationId: 'sweep' });
  expect(own()).toEqual([]);
  await sweep(tools, { at: after(14), causationId: 'sweep' });
  const message = { assetId, objectVersion: 'v1', planHash: plan.planHash };
  const soundFirst = ['audio', ...missing.filter((part) => part !== 'audio')];
  expect(own()).toEqual(soundFirst.map((task) => ({ ...message, task })));
  await sweep(tools, { at: after(25), causationId: 'sweep' });
  expect(own()).toEqual([]);
  for (const part of missing) await complete(assetId, part);
  await sweep(tools, { at: after(60), causationId: 'sweep' });
  expect(own()).toEqual([{ ...message, task: 'finish' }]);
  const { failures } = await sweep(tools, { at: after(9 * 24 * 60), causationId: 'sweep' });
  expect(failures).toEqual([]);
  expect((await store.find(assetId))?.state).toEqual({ status: 'failed', code: 'TIMEOUT' });
  const late: string[] = [];
  for await (const page of lists.open()) late.push(...page);
  await sweep(tools, { at: after(9 * 24 * 60 + 20), causationId: 'sweep' });
  expect([...new Set(removed)].sort(), 'what never came goes for good').toEqual(late.sort());
  for await (const page of lists.open()) expect(page).toEqual([]);
});
