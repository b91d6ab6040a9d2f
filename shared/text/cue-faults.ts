import type { Cue } from './cue.ts';

/** What is wrong with a caption. Those of `KEEPS_BACK` must be mended before it is shown to anybody. */
export type CueFaultCode =
  | 'empty'
  | 'backwards'
  | 'beyond-end'
  | 'overlap'
  | 'too-fast'
  | 'too-short'
  | 'long-line'
  | 'many-lines';

/** `value` is what was found: signs a second, signs of the line, lines, or milliseconds. */
export type CueFault = { readonly code: CueFaultCode; readonly value?: number };

/**
 * Signs a second that a reader follows: 17 is the limit of Netflix's Vietnamese timed text guide for adults; our
 * learners are older, and many read slowly.
 */
const MOST_SIGNS_PER_SECOND = 17;
/** Signs of one line: the same guide has 42, which is also what fits a phone held upright at the middle size. */
const MOST_SIGNS_PER_LINE = 42;
const MOST_LINES = 2;
/** Milliseconds; less is a flash (same guide: 5/6 s). */
const SHORTEST_MS = 833;

export const KEEPS_BACK: ReadonlySet<CueFaultCode> = new Set(['empty', 'backwards', 'beyond-end']);

/** What a reader sees: without the tags of WebVTT. */
const saidOf = (text: string): string => text.replace(/<[^>\n]*>/g, '').trim();

/** Signs a second, one decimal. Zero for a caption without length. */
export const signsPerSecond = ({ startMs, endMs, text }: Cue): number => {
  const signs = saidOf(text).replace(/\s+/g, ' ').length;
  return endMs > startMs ? Math.round((signs * 10_000) / (endMs - startMs)) / 10 : 0;
};

function textFaults(cue: Cue): CueFault[] {
  const lines = saidOf(cue.text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) return [{ code: 'empty' }];
  const longest = Math.max(...lines.map((line) => line.trim().length));
  const speed = signsPerSecond(cue);
  return [
    ...(speed > MOST_SIGNS_PER_SECOND ? [{ code: 'too-fast', value: speed } as const] : []),
    ...(longest > MOST_SIGNS_PER_LINE ? [{ code: 'long-line', value: longest } as const] : []),
    ...(lines.length > MOST_LINES ? [{ code: 'many-lines', value: lines.length } as const] : []),
  ];
}

function timeFaults({ startMs, endMs }: Cue, before: Cue | undefined, durationMs: number): CueFault[] {
  if (endMs <= startMs) return [{ code: 'backwards' }];
  const overlap = before ? before.endMs - startMs : 0;
  return [
    ...(startMs >= durationMs ? [{ code: 'beyond-end' } as const] : []),
    ...(endMs - startMs < SHORTEST_MS ? [{ code: 'too-short', value: endMs - startMs } as const] : []),
    ...(overlap > 0 ? [{ code: 'overlap', value: overlap } as const] : []),
  ];
}

/** The faults of each caption, in the order of the captions, which is that of their beginnings. */
export const faultsOf = (cues: readonly Cue[], durationMs: number): readonly (readonly CueFault[])[] =>
  cues.map((cue, at) => [...timeFaults(cue, cues[at - 1], durationMs), ...textFaults(cue)]);
