import { expect, it } from 'vitest';
import { faultsOf, KEEPS_BACK, signsPerSecond } from './cue-faults.ts';

const cue = (startMs: number, endMs: number, text: string) => ({ startMs, endMs, text });
const codesOf = (...cues: ReturnType<typeof cue>[]) =>
  faultsOf(cues, 10_000).map((faults) => faults.map(({ code }) => code));

it('finds nothing wrong with captions that can be followed', () => {
  expect(codesOf(cue(0, 2000, 'Xin chào các bác'), cue(2000, 4000, 'Hôm nay học\nvề mật khẩu'))).toEqual([
    [],
    [],
  ]);
});

it('finds what is wrong with the time, each beside its own caption', () => {
  expect(
    codesOf(
      cue(0, 3000, 'Một'),
      cue(2500, 4000, 'Hai'),
      cue(5000, 5000, 'Ba'),
      cue(9000, 9500, 'Tư'),
      cue(10_000, 12_000, 'Năm'),
    ),
  ).toEqual([[], ['overlap'], ['backwards'], ['too-short'], ['beyond-end']]);
});

it('finds what is wrong with the words, not counting tags', () => {
  expect(codesOf(cue(0, 2000, ' <i></i> '))).toEqual([['empty']]);
  expect(codesOf(cue(0, 4000, 'a\nb\nc'))).toEqual([['many-lines']]);
  expect(codesOf(cue(0, 5000, 'x'.repeat(43)))).toEqual([['long-line']]);
  expect(codesOf(cue(0, 1000, 'Đọc sao kịp từng này'))).toEqual([['too-fast']]);
  expect(codesOf(cue(0, 3000, `<b>${'x'.repeat(42)}</b>`))).toEqual([[]]);
});

it('tells how fast a caption is read', () => {
  expect(signsPerSecond(cue(0, 2000, '1234567890'))).toBe(5);
  expect(signsPerSecond(cue(0, 0, '1'))).toBe(0);
});

it('keeps back only what cannot be shown', () => {
  expect([...KEEPS_BACK].sort()).toEqual(['backwards', 'beyond-end', 'empty']);
});
