import type { Answer } from './attempt.ts';

type Said = Pick<Answer, 'itemId' | 'spentMs'>;

/**
 * How long a question was looked at until its answer, of what the device says as much as can be true: never less than was
 * known before, and together with the other questions no more than the `windowMs` that the server has counted.
 */
export function timeSpent(
  answers: readonly Said[],
  { itemId, spentMs = 0 }: Said,
  windowMs: number,
): { readonly spentMs?: number } {
  const before = answers.find((each) => each.itemId === itemId)?.spentMs ?? 0;
  const others = answers.reduce((sum, each) => sum + (each.itemId === itemId ? 0 : (each.spentMs ?? 0)), 0);
  const spent = Math.max(before, Math.min(spentMs, windowMs - others));
  return spent > 0 ? { spentMs: spent } : {};
}

type Timed = Said & Pick<Answer, 'savedAt' | 'elapsedMs'>;

/**
 * The times of an attempt by item, as much as can be true of them together. Saves that meet are each bounded by what was
 * known before them; where their sum is more than had passed until the last answer, all of them shrink alike.
 */
export function timesTogether(answers: readonly Timed[], startedAt: string): ReadonlyMap<string, number> {
  const began = Date.parse(startedAt);
  const windowMs = Math.max(
    0,
    ...answers.map(({ savedAt, elapsedMs }) => elapsedMs ?? Date.parse(savedAt) - began),
  );
  const sum = answers.reduce((total, { spentMs = 0 }) => total + spentMs, 0);
  const share = sum > windowMs ? windowMs / sum : 1;
  return new Map(
    answers.flatMap(({ itemId, spentMs }) =>
      spentMs === undefined ? [] : [[itemId, Math.floor(spentMs * share)] as const],
    ),
  );
}
