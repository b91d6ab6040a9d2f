import type { Keeping } from './keeping.ts';

/** Whose attempt. Nothing of a quiz is kept without the person, so that a shared phone never mixes two. */
export type Ref = { readonly personId: string; readonly attemptId: string };

const ROOT = 'hvs.quiz.';
const ofPerson = (personId: string) => `${ROOT}${personId}.`;
const ofAttempt = ({ personId, attemptId }: Ref) => `${ofPerson(personId)}${attemptId}.`;

/**
 * One entry for each answer: two tabs that answer different questions at the same moment overwrite nothing of each
 * other, and an answer costs a hundred bytes to write, not the whole sheet.
 */
export const keyOf = {
  paper: (ref: Ref) => `${ofAttempt(ref)}paper`,
  place: (ref: Ref) => `${ofAttempt(ref)}place`,
  wish: (ref: Ref) => `${ofAttempt(ref)}wish`,
  outcome: (ref: Ref) => `${ofAttempt(ref)}outcome`,
  review: (ref: Ref) => `${ofAttempt(ref)}review`,
  answer: (ref: Ref, itemId: string) => `${ofAttempt(ref)}answer.${itemId}`,
  /** The last version of an answer that was taken back: the next one counts on from it. */
  dropped: (ref: Ref, itemId: string) => `${ofAttempt(ref)}dropped.${itemId}`,
  /** Files of an answer that could not be handed over. */
  refused: (ref: Ref, itemId: string) => `${ofAttempt(ref)}refused.${itemId}`,
};

export const isEntry = (key: string): boolean => key.startsWith(ROOT);

/** Whether anybody's quiz has left anything on this device. */
export const hasEntries = (keeping: Keeping): boolean => keeping.keys(ROOT).length > 0;

/** Reads what this site wrote; anything unreadable counts as absent. */
export const readEntry = <T>(keeping: Keeping, key: string): T | undefined => {
  const text = keeping.read(key);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
};

export const writeEntry = (keeping: Keeping, key: string, value: unknown): void =>
  keeping.write(key, JSON.stringify(value));

const itemsUnder = (keeping: Keeping, prefix: string): readonly string[] =>
  keeping.keys(prefix).map((key) => key.slice(prefix.length));

/** Items of an attempt that have an answer on the device. */
export const answeredItems = (keeping: Keeping, ref: Ref): readonly string[] =>
  itemsUnder(keeping, keyOf.answer(ref, ''));

/** Items of an attempt with a file that could not be handed over. */
export const refusedItems = (keeping: Keeping, ref: Ref): readonly string[] =>
  itemsUnder(keeping, keyOf.refused(ref, ''));

/** Attempts of a person of which anything is on the device. */
export const attemptsOf = (keeping: Keeping, personId: string): readonly Ref[] => {
  const prefix = ofPerson(personId);
  const ids = keeping.keys(prefix).map((key) => key.slice(prefix.length).split('.', 1)[0] ?? '');
  return [...new Set(ids)].map((attemptId) => ({ personId, attemptId }));
};

/** Removes everything of an attempt but the named entries. */
export const removeEntries = (keeping: Keeping, ref: Ref, but: readonly string[] = []): void => {
  for (const key of keeping.keys(ofAttempt(ref))) if (!but.includes(key)) keeping.remove(key);
};
