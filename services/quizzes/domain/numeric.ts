import type { NumberRange } from './question.ts';

const GROUPED = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/;
const PLAIN = /^[+-]?\d+([.,]\d+)?$/;

/**
 * The numbers a person can have meant: Vietnamese writes 2,5 and 295.000, phones offer 2.5. "1.125" is both, so
 * there can be two readings; none when the text is no number.
 */
const readingsOf = (text: string): number[] => {
  const typed = text.replace(/\s/g, '').replace(/^\u2212/, '-');
  const readings: number[] = [];
  if (PLAIN.test(typed)) readings.push(Number(typed.replace(',', '.')));
  if (GROUPED.test(typed)) readings.push(Number(typed.replaceAll('.', '').replace(',', '.')));
  return readings;
};

/** 2.5 + 0.01 is not exactly 2.51 in binary; the ends of a range must not depend on that. */
const SLACK = 1e-9;
const within = ({ low, high }: NumberRange, value: number): boolean => {
  const slack = SLACK * Math.max(1, Math.abs(low), Math.abs(high));
  return value >= low - slack && value <= high + slack;
};

/** The range that earns most for what was typed. */
export const bestRange = (accepted: readonly NumberRange[], typed: string): NumberRange | undefined =>
  accepted
    .filter((range) => readingsOf(typed).some((value) => within(range, value)))
    .sort((a, b) => b.weight - a.weight)[0];
