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
