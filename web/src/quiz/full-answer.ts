import type { Response, SeenItem } from '../../../services/quizzes/contract.ts';

type Kind = SeenItem['kind'];
export type SeenOf<K extends Kind> = Extract<SeenItem, { kind: K }>;
export type ResponseOf<K extends Kind> = Extract<Response, { kind: K }>;
type IsFull<K extends Kind> = (response: ResponseOf<K>, item: SeenOf<K>) => boolean;

const always = () => true;
const isWritten = ({ text }: { readonly text: string }): boolean => text.trim() !== '';

/** An emptied line, no ticked box or a prompt without its match is no full answer. */
const checks: { readonly [K in Kind]: IsFull<K> } = {
  'single-choice': always,
  'multiple-choice': ({ optionIds }) => optionIds.length > 0,
  'true-false': always,
  'short-answer': isWritten,
  numeric: isWritten,
  matching: ({ pairs }, { prompts }) => prompts.every(({ promptId }) => pairs[promptId]),
  ordering: always,
  cloze: ({ gaps }, { passage }) =>
    passage.every((part) => part.kind === 'text' || (gaps[part.gapId] ?? '').trim() !== ''),
  'hot-spot': ({ points }) => points.length > 0,
  'practical-task': ({ elementIds }) => elementIds.length > 0,
  essay: isWritten,
  'file-answer': ({ files }) => files.length > 0,
};

/** Whether an item is answered in full. */
export const isFull = (item: SeenItem, response: Response | undefined): boolean =>
  response?.kind === item.kind && (checks[item.kind] as unknown as IsFull<Kind>)(response, item);
