import type { FaultCode, Response, SeenItem } from '../contract.ts';
import { mediaOf } from './item-media.ts';
import { multipleChoice, singleChoice } from './items/choice.ts';
import { cloze } from './items/cloze.ts';
import { hotSpot } from './items/hot-spot.ts';
import { type Credit, complaintsIn, type ItemType, type Shown } from './items/item-type.ts';
import { matching } from './items/matching.ts';
import { numeric } from './items/numeric.ts';
import { ordering } from './items/ordering.ts';
import { essay, fileAnswer } from './items/person-marked.ts';
import { practicalTask } from './items/practical-task.ts';
import { shortAnswer } from './items/short-answer.ts';
import { trueFalse } from './items/true-false.ts';
import { permutation } from './permutation.ts';
import type { Kind, Question } from './question.ts';

const itemTypes: { readonly [K in Kind]: ItemType<K> } = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'true-false': trueFalse,
  'short-answer': shortAnswer,
  numeric,
  matching,
  ordering,
  cloze,
  'hot-spot': hotSpot,
  'practical-task': practicalTask,
  essay,
  'file-answer': fileAnswer,
};

/** A type is only ever given what belongs to its own kind, for which the functions below vouch. */
const typeOf = (kind: Kind) => itemTypes[kind] as unknown as ItemType<Kind>;

/**
 * The question as one attempt shows it, and the order that undoes the shuffle of its seed. Not `shuffled` keeps the
 * author's order where that says nothing about the key.
 */
export function present(
  question: Question,
  itemId: string,
  seed: string,
  shuffled = true,
): { readonly seen: SeenItem; readonly order: readonly number[] } {
  const { kind, stem, media } = question;
  const isShuffled = shuffled || !typeOf(kind).mayKeepOrder;
  const shuffle = (length: number, part?: string) =>
    isShuffled
      ? permutation(length, [seed, itemId, part].filter((each) => each !== undefined).join('/'))
      : Array.from({ length }, (_, place) => place);
  const { seen, order } = typeOf(kind).present(question, shuffle);
  return { seen: { kind, itemId, stem, ...(media && { media: [...media] }), ...seen } as SeenItem, order };
}

/** The question as it was shown in an order that is known, such as that of a printed form. */
export function presentAgain({ question, order }: Shown, itemId: string): SeenItem {
  let start = 0;
  // The orders of a question's parts stand one after the other.
  const next = (length: number) => {
    start += length;
    return order.slice(start - length, start);
  };
  const { kind, stem, media } = question;
  const { seen } = typeOf(kind).present(question, next);
  return { kind, itemId, stem, ...(media && { media: [...media] }), ...seen } as SeenItem;
}

/** Whether a response answers this question: its kind, and ids that were shown, none twice. */
export const fits = (seen: SeenItem, response: Response): boolean =>
  seen.kind === response.kind && typeOf(seen.kind).fits(seen, response);

/** What a response earns, part by part. One of another kind than its question earns nothing; the save has refused it before. */
export const creditOf = (shown: Shown, response: Response): readonly Credit[] =>
  shown.question.kind === response.kind ? typeOf(response.kind).credit(shown, response) : [];

/** A response that earns everything, in the ids of one attempt; none for what a person marks. Part of the key. */
export const rightResponse = (shown: Shown): Response | undefined => typeOf(shown.question.kind).right(shown);

/** Whether the machine gives a question no points, because a person marks it by its rubric. */
export const needsPerson = ({ kind }: Pick<Question, 'kind'>): boolean =>
  typeOf(kind).waitsForPerson !== undefined;

/** Whether a response leaves a person anything to mark: an empty one earns nothing without being looked at. */
export const waitsForPerson = (response: Response): boolean =>
  typeOf(response.kind).waitsForPerson?.(response) === true;

/** Sixty questions of this size still fit one attempt's item in the table, 400 KB. Bytes of JSON. */
const MAX_QUESTION_BYTES = 6000;

/** What is wrong with a question as its author wrote it, the gravest first. */
export const complaintsOf = (question: Question): readonly FaultCode[] => [
  ...typeOf(question.kind).complaints(question),
  ...complaintsIn({
    'media-without-alt': mediaOf(question).some(({ alt }) => alt.trim() === ''),
    'too-long': new TextEncoder().encode(JSON.stringify(question)).length > MAX_QUESTION_BYTES,
  }),
];
