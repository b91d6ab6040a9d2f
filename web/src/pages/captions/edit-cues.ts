import { type Cue, inOrder } from '#shared/text/cue.ts';

/** Captions being edited, and which of them is at hand. Captions are told apart as objects: times may be alike. */
export type Edited = { readonly cues: readonly Cue[]; readonly at: number };

/** How long a new caption is, and how far it stays away from the next. Milliseconds. */
const NEW_MS = 2_000;
const LEAST_MS = 100;

/** What one press moves a caption by, ms: a tenth of a second is what an ear notices. */
export const NUDGE_MS = 100;

const whole = (ms: number): number => Math.max(0, Math.round(ms));

/** The captions in order again, with the hand on the one that was changed. */
const settled = (cues: readonly Cue[], changed: Cue | undefined): Edited => {
  const ordered = inOrder(cues);
  return { cues: ordered, at: Math.max(0, changed ? ordered.indexOf(changed) : 0) };
};

/** Another caption in the place of the one at hand. */
export const change = ({ cues, at }: Edited, more: Partial<Cue>): Edited => {
  const was = cues[at];
  if (!was) return { cues, at };
  const next = { ...was, ...more };
  return settled(cues.with(at, next), next);
};

/** Begins at the instant; one that would end before it begins moves on with its length. */
export const startAt = (edited: Edited, ms: number): Edited => {
  const was = edited.cues[edited.at];
  if (!was) return edited;
  const startMs = whole(ms);
  const endMs = was.endMs > startMs ? was.endMs : startMs + Math.max(LEAST_MS, was.endMs - was.startMs);
  return change(edited, { startMs, endMs });
};

/** Ends at the instant, if it has begun by then. */
export const endAt = (edited: Edited, ms: number): Edited => {
  const was = edited.cues[edited.at];
  return was && ms > was.startMs ? change(edited, { endMs: whole(ms) }) : edited;
};

/** Moves the caption at hand, never to before the beginning. */
export const nudge = (edited: Edited, by: number): Edited => {
  const was = edited.cues[edited.at];
  if (!was) return edited;
  const moved = Math.max(by, -was.startMs);
  return change(edited, { startMs: was.startMs + moved, endMs: was.endMs + moved });
};

/** The break between words that is nearest to a share of the text. */
const breakNear = (text: string, share: number): number => {
  const wanted = text.length * share;
  const breaks = [...text.matchAll(/\s+/g)].map(({ index }) => index);
  const [first = text.length, ...rest] = breaks;
  return rest.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best), first);
};

/** Cuts the caption at hand in two, at the instant if it is within it and in the middle otherwise. */
export const split = ({ cues, at }: Edited, ms: number): Edited => {
  const was = cues[at];
  if (!was || was.endMs - was.startMs < 2 * LEAST_MS) return { cues, at };
  const isWithin = ms > was.startMs + LEAST_MS && ms < was.endMs - LEAST_MS;
  const middle = whole(isWithin ? ms : (was.startMs + was.endMs) / 2);
  const where = breakNear(was.text, (middle - was.startMs) / (was.endMs - was.startMs));
  const first = { ...was, endMs: middle, text: was.text.slice(0, where).trim() };
  const second = { ...was, startMs: middle, text: was.text.slice(where).trim() };
  return settled(cues.toSpliced(at, 1, first, second), second);
};

/** Joins the caption at hand with the next one. */
export const merge = ({ cues, at }: Edited): Edited => {
  const [was, next] = [cues[at], cues[at + 1]];
  if (!was || !next) return { cues, at };
  const joined = {
    ...was,
    endMs: Math.max(was.endMs, next.endMs),
    text: [was.text, next.text].filter((text) => text.trim() !== '').join('\n'),
  };
  return settled(cues.toSpliced(at, 2, joined), joined);
};

/** A new caption at the instant, as long as there is room before the next. */
export const add = ({ cues }: Edited, ms: number): Edited => {
  const startMs = whole(ms);
  const next = cues.find((one) => one.startMs > startMs);
  const endMs = Math.max(
    startMs + LEAST_MS,
    Math.min(startMs + NEW_MS, next?.startMs ?? Number.POSITIVE_INFINITY),
  );
  const made: Cue = { startMs, endMs, text: '' };
  return settled([...cues, made], made);
};

export const remove = ({ cues, at }: Edited): Edited => {
  if (!cues[at]) return { cues, at };
  const left = cues.toSpliced(at, 1);
  return { cues: left, at: Math.max(0, Math.min(at, left.length - 1)) };
};

/** The hand on another caption; at either end it stays. */
export const moveHand = ({ cues, at }: Edited, by: number): Edited => ({
  cues,
  at: Math.max(0, Math.min(cues.length - 1, at + by)),
});

/** `01:02.300` or `1:02.3` or `62` as milliseconds; undefined for what is no instant. */
export const instantOf = (typed: string): number | undefined => {
  const found = /^\s*(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d{1,3})(?:[.,](\d{1,3}))?\s*$/.exec(typed);
  if (!found) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', part = ''] = found;
  const isBeyond = Number(minutes) > 59 || (found[2] !== undefined && Number(seconds) > 59);
  if (isBeyond) return undefined;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(part.padEnd(3, '0'));
};
