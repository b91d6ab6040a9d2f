import { readingsOf } from '#shared/text/typed-number.ts';
import { best, complaintsIn, type ItemType } from './item-type.ts';

/** Accepted numbers, both ends included. */
export type NumberRange = {
  readonly low: number;
  readonly high: number;
  readonly weight: number;
  readonly feedback?: string;
};

/** A number that is typed; the best accepted range counts. */
export type Numeric = {
  readonly accepted: readonly NumberRange[];
  /** The author's word on every other number. */
  readonly otherwise?: string;
};

/** 2.5 + 0.01 is not exactly 2.51 in binary; the ends of a range must not depend on that. */
const SLACK = 1e-9;
const within = ({ low, high }: NumberRange, value: number): boolean => {
  const slack = SLACK * Math.max(1, Math.abs(low), Math.abs(high));
  return value >= low - slack && value <= high + slack;
};

/** The range that earns most for what was typed. */
const bestRange = ({ accepted }: Numeric, typed: string): NumberRange | undefined =>
  best(accepted.filter((range) => readingsOf(typed).some((value) => within(range, value))));

/** As Vietnamese writes it: 2,5. A middle such as 0.30000000000000004 is cut to what its author can have meant. */
const written = (value: number): string =>
  Number(value.toPrecision(12)).toLocaleString('vi-VN', { useGrouping: false, maximumFractionDigits: 12 });

export const numeric: ItemType<'numeric'> = {
  present: () => ({ seen: {}, order: [] }),
  fits: () => true,
  credit: ({ question }, { text }) => [
    bestRange(question, text) ?? { weight: 0, ...(question.otherwise && { feedback: question.otherwise }) },
  ],
  right: ({ question: { kind, accepted } }) => {
    const range = best(accepted);
    return { kind, text: range ? written((range.low + range.high) / 2) : '' };
  },
  complaints: ({ accepted }) =>
    complaintsIn({ 'no-right-answer': !accepted.some(({ weight }) => weight === 100) }),
};
