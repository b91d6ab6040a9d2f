import type { FrozenItem } from '../attempt.ts';
import { present } from '../item-types.ts';
import { permutation } from '../permutation.ts';
import type { Kind } from '../question.ts';
import type { Quiz } from '../quiz.ts';
import type { AskedItem } from '../start.ts';
import { anchoredOrder } from './anchored-order.ts';

/** One code of a printed exam: which version of which item stands at each number, in which order of its options. */
export type PrintedForm = { readonly code: string; readonly items: readonly FrozenItem[] };

/** Codes have three digits, as is usual at schools: 101, 102, ... */
const FIRST_CODE = 101;
/** Codes of one exam: neighbours on every side differ with four; a hall of 24 seats needs no more. */
export const MAX_CODES = 24;

type Layout = {
  readonly codes: number;
  /** Random and not kept: a known one would tell the order of matching questions. */
  readonly seed: string;
  readonly shuffle: Quiz['shuffle'];
};

function orderOf({ question, item }: AskedItem, seed: string, shuffled: boolean): readonly number[] {
  const { order } = present(question, item.itemId, seed, shuffled);
  return 'options' in question
    ? anchoredOrder(
        question.options.map(({ text }) => text),
        order,
      )
    : order;
}

/** Parts of a paper in their order; questions of one kind stand together, so that one answer sheet serves all codes. */
const PARTS: readonly Kind[] = [
  'single-choice',
  'multiple-choice',
  'true-false',
  'matching',
  'ordering',
  'numeric',
  'short-answer',
];
const partOf = ({ question }: AskedItem): number => PARTS.indexOf(question.kind);

/**
 * Lays out the same items once per code, each in orders of its own, so every code is worth the same. Items and options
 * keep the draw's and the author's order where the quiz says so.
 */
export function layForms(asked: readonly AskedItem[], { codes, seed, shuffle }: Layout): PrintedForm[] {
  return Array.from({ length: codes }, (_, at) => {
    const code = String(FIRST_CODE + at);
    const own = `${seed}/${code}`;
    const shuffled = permutation(asked.length, own).flatMap((place) => asked[place] ?? []);
    const laid = shuffle.items ? shuffled.toSorted((a, b) => partOf(a) - partOf(b)) : asked;
    const items = laid.map((each) => {
      const { itemId, version, contentHash, weight } = each.item;
      const order = orderOf(each, own, shuffle.options);
      return { itemId, version, contentHash, order, ...(weight && { weight }) };
    });
    return { code, items };
  });
}
