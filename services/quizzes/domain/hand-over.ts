import type { SeenItem } from '../contract.ts';
import type { Attempt, Held } from './attempt.ts';
import type { HandedFile } from './handed-file.ts';
import { isOfType } from './items/person-marked.ts';
import type { Quiz } from './quiz.ts';
import { lateUntil } from './review-policy.ts';

/** Files that may lie beside one question: whoever changes their mind often still finds room. */
const MOST_FILES = 30;
/** Files that may be announced for one question, also those that never come: each may be sent, and room is kept for it. */
export const MOST_ANNOUNCED = 2 * MOST_FILES;

type Announced = Pick<HandedFile, 'fileId' | 'mediaType' | 'bytes'>;
type FileQuestion = Extract<SeenItem, { kind: 'file-answer' }>;

/** Whether a question takes a file of this type and size. */
export const takesFile = (
  { mediaTypes, maxBytes }: FileQuestion,
  { mediaType, bytes }: Pick<Announced, 'mediaType' | 'bytes'>,
): boolean => bytes <= maxBytes && isOfType(mediaType, mediaTypes);

/** Whether answers may still come: those given without network come after the attempt was closed by its deadline. */
const mayCome = (attempt: Attempt, quiz: Pick<Quiz, 'lateSyncHours'>, at: string): boolean =>
  attempt.status === 'open' || at <= (lateUntil(attempt, quiz) ?? '');

type HandOver =
  | {
      readonly kind: 'refused';
      readonly reason: 'not-found' | 'attempt-closed' | 'file-not-taken' | 'too-many-files';
    }
  | { readonly kind: 'there' }
  | { readonly kind: 'wanted'; readonly item: FileQuestion };

/** Whether a file is wanted for an answer, or there already. */
export function decideHandOver(
  { attempt, paper, files = [] }: Held,
  itemId: string,
  announced: Announced,
  { quiz, at }: { readonly quiz: Pick<Quiz, 'lateSyncHours'>; readonly at: string },
): HandOver {
  const refused = (reason: Extract<HandOver, { kind: 'refused' }>['reason']) =>
    ({ kind: 'refused', reason }) as const;
  const item = paper.find((each) => each.itemId === itemId);
  if (item?.kind !== 'file-answer') return refused('not-found');
  const own = files.filter((file) => file.itemId === itemId);
  if (own.some(({ fileId }) => fileId === announced.fileId)) return { kind: 'there' };
  if (!mayCome(attempt, quiz, at)) return refused('attempt-closed');
  if (!takesFile(item, announced)) return refused('file-not-taken');
  return own.length >= MOST_FILES ? refused('too-many-files') : { kind: 'wanted', item };
}
