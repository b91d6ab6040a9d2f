import { type DeviceStorage, readJson, tab } from '../../state/storage.ts';
import type { Aside } from './other-kind.ts';
import type { Question } from './question-draft.ts';

/** A question that is being written, and how far the item was when that began. */
export type QuestionDraft = {
  readonly question: Question;
  readonly aside: Aside;
  /** Version of the item that was opened; absent for a new one. */
  readonly version?: number | undefined;
};

/** Whose draft, and of which question. */
export type DraftOf = {
  readonly personId: string;
  readonly courseId: string;
  readonly itemId?: string | undefined;
};

const keyOf = ({ personId, courseId, itemId = 'new' }: DraftOf) =>
  `hvs.question-draft.${personId}.${courseId}.${itemId}`;

/**
 * What was written and not saved. In the tab: it outlives a reload, a sign-in that ended and a tab that the phone
 * dropped, and does not leave keys of questions behind on a shared computer.
 */
export const keptQuestion = (of: DraftOf, storage: DeviceStorage = tab): QuestionDraft | undefined => {
  const kept = readJson<Partial<QuestionDraft>>(storage, keyOf(of));
  return kept?.question && { aside: {}, ...kept, question: kept.question };
};

/** False when there is no room for it. */
export const keepQuestion = (of: DraftOf, draft: QuestionDraft, storage: DeviceStorage = tab): boolean =>
  storage.write(keyOf(of), JSON.stringify(draft));

export const forgetQuestion = (of: DraftOf, storage: DeviceStorage = tab): void => storage.remove(keyOf(of));
