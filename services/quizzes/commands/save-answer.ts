import { type Answer, decideSave, type SaveRejection } from '../domain/attempt.ts';
import type { AttemptRef, AttemptStore } from '../store.ts';

type SaveOutcome =
  | { readonly kind: 'saved'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly reason: SaveRejection };

/** Saves one answer. `'conflict'` when it was saved or the attempt closed meanwhile: read again, it decides itself. */
export async function saveAnswer(
  store: AttemptStore,
  ref: AttemptRef,
  answer: Answer,
): Promise<SaveOutcome | 'conflict'> {
  const held = await store.findHeld(ref);
  if (!held) return { kind: 'refused', reason: 'not-found' };
  const decision = decideSave(held, answer);
  if (decision.kind === 'refused') return decision;
  if (decision.kind === 'saved-before') return { kind: 'saved', answer: decision.answer };
  const before = held.answers.find((each) => each.itemId === answer.itemId);
  const saved = await store.saveAnswer(ref, decision.answer, before?.version ?? 0);
  return saved === 'saved' ? { kind: 'saved', answer: decision.answer } : 'conflict';
}
