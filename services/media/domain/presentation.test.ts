import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Part } from './asset.ts';
import { type ProbeFacts, planTranscode } from './plan.ts';
import { type PartFacts, present } from './presentation.ts';
import { partsOfPlan, tasksLeft } from './work.ts';

const FACTS: ProbeFacts = {
  container: 'isobmff',
  display: { width: 854, height: 480 },
  coded: { width: 854, height: 480 },
  rotation: 0,
  frameRate: 25,
  firstFrameAt: 0,
  lastFrameEndsAt: 30,
  hasAudio: true,
  highDynamicRange: false,
};
const SOUND = { language: 'vi', name: 'Tiếng Việt' };

const planOf = (more: Partial<ProbeFacts> = {}) => {
  const verdict = planTranscode({ ...FACTS, ...more }, 'engine/1');
  return verdict.ok ? verdict.value : expect.fail('refused');
};
const plan = planOf();

const track = (folder: string, lengths: readonly number[], initSha256 = `init-${folder}`) => ({
  folder,
  ...(folder !== 'audio' && { codec: 'avc1.64001e' }),
  initSha256,
  segments: lengths.map((seconds) => ({ seconds, bytes: seconds * 1000 })),
});
const chunk = (part: Part, lengths: readonly number[]): PartFacts => ({
  part,
  tracks: plan.rungs.map(({ name }) => track(name, lengths)),
});
const PARTS = [
  chunk('chunk-0', [4, 4, 4, 4, 4, 4]),
  chunk('chunk-1', [4, 2]),
  { part: 'audio' as const, tracks: [track('audio', [4, 4, 4, 4, 4, 4, 4, 2])] },
];

test('a plan is its chunks and its sound, and then the finish', () => {
  expect(partsOfPlan(plan)).toEqual(['chunk-0', 'chunk-1', 'audio']);
  expect(partsOfPlan(planOf({ hasAudio: false }))).toEqual(['chunk-0', 'chunk-1']);
  const state = { status: 'transcoding', planHash: plan.planHash, total: 3 } as const;
  expect(tasksLeft({ ...state, done: ['chunk-1'] }, plan)).toEqual(['chunk-0', 'audio']);
  expect(tasksLeft({ ...state, done: ['chunk-1', 'audio', 'chunk-0'] }, plan)).toEqual(['finish']);
  expect(tasksLeft({ status: 'failed', code: 'ENGINE' }, plan)).toEqual([]);
});

test('parts in any order make the same lecture, whose segments are in order', () => {
  const whole = present(plan, PARTS, SOUND);
  if ('fault' in whole) expect.fail(whole.fault);
  expect(whole.durationSeconds).toBe(30);
  expect(whole.renditions).toEqual(plan.rungs.map(({ name, height }) => ({ name, height, bytes: 30_000 })));
  expect(whole.downloads).toEqual([
    { name: 'audio', bytes: 30_000 },
    ...plan.rungs.map(({ name, height }) => ({ name, height, bytes: 60_000 })),
  ]);
  expect(whole.playlists.map(({ path }) => path)).toEqual([
    '480p/index.m3u8',
    '240p/index.m3u8',
    'audio/index.m3u8',
  ]);
  for (const { text } of whole.playlists) expect(text.match(/EXTINF:4\.0+,/g)).toHaveLength(7);
  expect(whole.master.text).toContain('NAME="Tiếng Việt"');
  fc.assert(
    fc.property(fc.shuffledSubarray(PARTS, { minLength: 3 }), (order) => {
      expect(present(plan, order, SOUND)).toEqual(whole);
    }),
  );
});

test('what could not be played as one is a fault', () => {
  expect(present(plan, PARTS.slice(1), SOUND)).toEqual({ fault: 'parts without facts' });
  const [first, ...rest] = PARTS;
  const other = { ...first!, tracks: plan.rungs.map(({ name }) => track(name, [4], 'another')) };
  expect(present(plan, [other, ...rest], SOUND)).toEqual({ fault: '480p: its parts differ' });
  const hollow = PARTS.map((part) => ({ ...part, tracks: part.tracks.filter((t) => t.folder !== '240p') }));
  expect(present(plan, hollow, SOUND)).toEqual({ fault: '240p: nothing was encoded' });
});
