import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Part } from './asset.ts';
import { type PartFacts, present } from './presentation.ts';
import { planOf } from './test-plans.ts';
import { partsOfPlan, tasksLeft } from './work.ts';

const SOUND = { language: 'vi', name: 'Tiếng Việt' };
const SIZE = { width: 854, height: 480 };
const plan = planOf({ endsAt: 30, picture: { display: SIZE, coded: SIZE, frameRate: 25 } });

/** Bytes a second. */
const RATES: Record<string, number> = {
  '480p': 3000,
  '360p': 2000,
  '240p': 1000,
  audio: 500,
  'audio-48k': 300,
};
const track = (folder: string, lengths: readonly number[], initSha256 = `init-${folder}`) => ({
  folder,
  codec: folder.startsWith('audio') ? 'mp4a.40.2' : 'avc1.64001e',
  initSha256,
  segments: lengths.map((seconds) => ({ seconds, bytes: seconds * (RATES[folder] ?? 0) })),
});
const chunk = (part: Part, lengths: readonly number[]): PartFacts => ({
  part,
  tracks: plan.rungs.map(({ name }) => track(name, lengths)),
});
const sound: PartFacts = {
  part: 'audio',
  tracks: plan.sounds.map(({ name }) => track(name, [4, 4, 4, 4, 4, 4, 4, 2])),
};
const PARTS = [chunk('chunk-0', [4, 4, 4, 4, 4, 4]), chunk('chunk-1', [4, 2]), sound];

const presented = (...of: Parameters<typeof present>) => {
  const whole = present(...of);
  return 'fault' in whole ? expect.fail(whole.fault) : whole;
};

test('a plan is its chunks and its sound, and then the finish', () => {
  expect(partsOfPlan(plan)).toEqual(['chunk-0', 'chunk-1', 'audio']);
  const silent = planOf({ endsAt: 20, without: 'sound' });
  expect(partsOfPlan(silent)).toEqual(['chunk-0']);
  expect(partsOfPlan(planOf({ without: 'picture' }))).toEqual(['audio']);
  const state = { status: 'transcoding', planHash: plan.planHash, total: 3 } as const;
  expect(tasksLeft({ ...state, done: ['chunk-1'] }, plan)).toEqual(['audio', 'chunk-0']);
  expect(tasksLeft({ ...state, done: ['chunk-1', 'audio', 'chunk-0'] }, plan)).toEqual(['finish']);
  expect(tasksLeft({ status: 'failed', code: 'ENGINE' }, plan)).toEqual([]);
});

test('parts in any order make the same lecture, whose segments are in order', () => {
  const whole = presented(plan, PARTS, SOUND);
  expect(whole.durationSeconds).toBe(30);
  expect(whole.renditions).toEqual([
    { name: '480p', height: 480, bytes: 90_000 },
    { name: '360p', height: 360, bytes: 60_000 },
    { name: '240p', height: 240, bytes: 30_000 },
  ]);
  expect(whole.downloads).toEqual([
    { name: 'audio-48k', bytes: 9_000 },
    { name: '240p', height: 240, bytes: 45_000 },
    { name: '360p', height: 360, bytes: 75_000 },
    { name: '480p', height: 480, bytes: 105_000 },
  ]);
  expect(whole.playlists.map(({ path }) => path)).toEqual(
    ['480p', '360p', '240p', 'audio', 'audio-48k'].map((folder) => `${folder}/index.m3u8`),
  );
  for (const { text } of whole.playlists) expect(text.match(/EXTINF:4\.0+,/g)).toHaveLength(7);
  expect(whole.master.text).toContain('NAME="Tiếng Việt"');
  fc.assert(
    fc.property(fc.shuffledSubarray(PARTS, { minLength: 3 }), (order) => {
      expect(present(plan, order, SOUND)).toEqual(whole);
    }),
  );
});

test('a rendition that saves nothing is encoded and not spoken of', () => {
  const { segments } = track('480p', [4, 2]);
  const [first, second, audio] = PARTS;
  const nearlyAsLarge = (part: PartFacts): PartFacts => ({
    ...part,
    tracks: part.tracks.map((each) => (each.folder === '360p' ? { ...each, segments } : each)),
  });
  const whole = presented(plan, [nearlyAsLarge(first!), nearlyAsLarge(second!), audio!], SOUND);
  expect(whole.renditions.map(({ name }) => name)).toEqual(['480p', '240p']);
  expect(whole.downloads.map(({ name }) => name)).toEqual(['audio-48k', '240p', '480p']);
  expect(whole.master.text + whole.playlists.map(({ path }) => path)).not.toContain('360p');
});

test('a lesson to listen to is its two sounds, the better one first', () => {
  const listened = planOf({ endsAt: 30, without: 'picture' });
  const whole = presented(listened, [sound], SOUND);
  expect(whole.renditions).toEqual([]);
  expect(whole.downloads).toEqual([{ name: 'audio-48k', bytes: 9_000 }]);
  expect(whole.master.text.split('\n').slice(3)).toEqual([
    '#EXT-X-STREAM-INF:BANDWIDTH=4000,AVERAGE-BANDWIDTH=4000,CODECS="mp4a.40.2"',
    'audio/index.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=2400,AVERAGE-BANDWIDTH=2400,CODECS="mp4a.40.2"',
    'audio-48k/index.m3u8',
    '',
  ]);
});

test('what could not be played as one is a fault', () => {
  expect(present(plan, PARTS.slice(1), SOUND)).toEqual({ fault: 'parts without facts' });
  const [first, ...rest] = PARTS;
  const other = { ...first!, tracks: plan.rungs.map(({ name }) => track(name, [4], 'another')) };
  expect(present(plan, [other, ...rest], SOUND)).toEqual({ fault: '480p: its parts differ' });
  const hollow = PARTS.map((part) => ({ ...part, tracks: part.tracks.filter((t) => t.folder !== '240p') }));
  expect(present(plan, hollow, SOUND)).toEqual({ fault: '240p: nothing was encoded' });
});
