import type { ComponentChildren } from 'preact';
import { formatMark } from '../../../shared/marks/marks.ts';
import { compareNames, compareText, matchesSearch } from '../../../shared/text/vietnamese.ts';
import { formatDay, formatInstant } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import type { Language } from '../messages/language.ts';
import { formatCoefficient } from './coefficient.ts';

/**
 * What a cell holds, which decides how it is sorted, shown and exported:
 * `name` a person's (text), `text`, `count` a whole number, `mark` hundredths of the 10-point scale,
 * `coefficient` a number with two decimals, `day` YYYY-MM-DD, `instant` ISO 8601 UTC.
 */
export type Kind = 'name' | 'text' | 'count' | 'mark' | 'coefficient' | 'day' | 'instant';
export type Value = string | number | undefined;

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly kind: Kind;
  readonly value: (row: Row) => Value;
  /** Sorts by this instead of the value: a column that says "3 ngày" sorts by the instant behind it. */
  readonly sortBy?: (row: Row) => Value;
  /** How it looks where its text alone does not do. */
  readonly cell?: (row: Row) => ComponentChildren;
  /** Whether a card shows the cell; without this it does when there is a value. */
  readonly isShown?: (row: Row) => boolean;
};

export type Direction = 'ascending' | 'descending';
export type Order = { readonly key: string; readonly direction: Direction };

const asText = (compare: (a: string, b: string) => number) => (a: Value, b: Value) =>
  compare(String(a), String(b));
const byNumber = (a: Value, b: Value) => Number(a) - Number(b);
/** Days and instants are written so that they sort as text. */
const bySign = (a: string, b: string) => (a < b ? -1 : Number(a > b));

const COMPARE: Readonly<Record<Kind, (a: Value, b: Value) => number>> = {
  name: asText(compareNames),
  text: asText(compareText),
  count: byNumber,
  mark: byNumber,
  coefficient: byNumber,
  day: asText(bySign),
  instant: asText(bySign),
};

/** The rows in the order of a column; equal ones keep their places, and those without a value come last both ways. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | undefined,
): readonly Row[] {
  const column = columns.find(({ key }) => key === order?.key);
  if (!column || !order) return rows;
  const read = column.sortBy ?? column.value;
  const compare = column.sortBy ? byWhatItIs : COMPARE[column.kind];
  const sign = order.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((left, right) => {
    const [a, b] = [read(left), read(right)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * compare(a, b);
  });
}

const byWhatItIs = (a: Value, b: Value): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));

/** The rows in which every word of the query begins a word of some cell, without diacritics. */
export const filterRows = <Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  query: string,
  language: Language,
): readonly Row[] =>
  query.trim() === ''
    ? rows
    : rows.filter((row) =>
        matchesSearch(columns.map((column) => textOf(column, row, language)).join(' '), query),
      );

/** A cell as it reads; empty without a value. */
export function textOf<Row>({ kind, value }: Column<Row>, row: Row, language: Language): string {
  const read = value(row);
  if (read === undefined) return '';
  if (kind === 'count') return formatCount(Number(read), language);
  if (kind === 'mark') return formatMark(Number(read));
  if (kind === 'coefficient') return formatCoefficient(Number(read), language);
  if (kind === 'day') return formatDay(String(read), language);
  return kind === 'instant' ? formatInstant(String(read), language) : String(read);
}

/** What pressing a heading asks for next: its column upwards, then downwards. */
export const nextOrder = (order: Order | undefined, key: string): Order =>
  order?.key === key && order.direction === 'ascending'
    ? { key, direction: 'descending' }
    : { key, direction: 'ascending' };
