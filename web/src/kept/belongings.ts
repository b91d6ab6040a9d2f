import { pendingOf } from '../quiz/drafts.ts';
import { createKeeping } from '../quiz/keeping.ts';
import { isBorrower } from '../session/borrowers.ts';
import type { ListedStorage } from '../state/storage.ts';

/** What is one person's in local storage: `hvs.<what>.<whose>`, for quizzes with the attempt after it. */
const OWNED =
  /^hvs\.(?:quiz|practice|read|waited|viewing|package|\w+-draft|sheets|upload|away|borrower)\.([^.]+)(?:\.([^.]+))?/;
/**
 * What stays in its writer's hand until it is saved whole, all of which counts as not sent, and what was watched or done
 * in a package and not told yet; the place in a recording, which stands beside that, is only a copy.
 */
const WRITTEN = /^hvs\.(?:\w+-draft|sheets|upload|package|viewing\.[^.]+\.beat)\b/;
/** What nobody who is signed in has done. */
const GUEST = 'guest';

type Belonging = {
  readonly key: string;
  readonly personId: string;
  readonly attemptId: string;
};

const belongingsIn = (storage: ListedStorage): readonly Belonging[] =>
  storage.keys().flatMap((key) => {
    const [, personId, attemptId = ''] = OWNED.exec(key) ?? [];
    return personId && personId !== GUEST ? [{ key, personId, attemptId }] : [];
  });

/**
 * Removes from local storage what belongs to people who are not `here`. Only work that has not been sent waits for its
 * owner (ADR 0016), and not on a phone that they borrowed.
 */
export const forgetBelongings = (storage: ListedStorage, here: ReadonlySet<string>): void => {
  const strangers = belongingsIn(storage).filter(({ personId }) => !here.has(personId));
  const keeping = createKeeping(storage);
  // Looked at before anything is removed: the mark of a borrower is one of the things.
  const waiting = new Map(
    strangers.map(({ personId }) => [
      personId,
      isBorrower(storage, personId) ? undefined : pendingOf(keeping, personId).map((ref) => ref.attemptId),
    ]),
  );
  for (const { key, personId, attemptId } of strangers) {
    const unsent = waiting.get(personId);
    const waits = unsent && (WRITTEN.test(key) || unsent.includes(attemptId));
    if (!waits) storage.remove(key);
  }
};
