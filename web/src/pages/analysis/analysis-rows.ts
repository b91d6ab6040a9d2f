import type { BodyOf } from '../../api/types.ts';
import { wholePercent } from '../../format/numbers.ts';
import type { Language, Messages } from '../../messages/language.ts';
import type { Column } from '../../table/column.ts';

export type ItemFigures = BodyOf<'getItemAnalysis'>['items'][number];
type Words = Messages['analysis'];

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;
/** A coefficient with two decimals: 0,43. */
export const formatCoefficient = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    value,
  );

/** Items that an author should look at; too few attempts are no fault of an item. */
export const isFlagged = ({ flags }: ItemFigures): boolean =>
  flags.some((flag) => flag !== 'too-few-attempts');

const hundredPercent = (share: number): number => wholePercent(share, 1);

/** The hardest first: what an author looks for. */
export const hardestFirst = (items: readonly ItemFigures[]): readonly ItemFigures[] =>
  items.toSorted((a, b) => a.facility - b.facility);

/** The table of the figures, in the order in which an author reads them. */
export const columnsFor = (t: Words, language: Language): readonly Column<ItemFigures>[] => [
  { key: 'item', title: t.item, kind: 'text', value: ({ title }) => title },
  { key: 'attempts', title: t.attempts, kind: 'count', value: ({ attempts }) => attempts },
  { key: 'facility', title: t.facility, kind: 'count', value: ({ facility }) => hundredPercent(facility) },
  {
    key: 'discrimination',
    title: t.discrimination,
    kind: 'text',
    value: ({ discrimination }) =>
      discrimination === undefined ? undefined : formatCoefficient(discrimination, language),
    // Sorted as text: moved above 0 and given a fixed number of digits.
    sortBy: ({ discrimination }) =>
      discrimination === undefined ? undefined : (discrimination + 1).toFixed(4),
  },
  { key: 'blank', title: t.blank, kind: 'count', value: ({ blank }) => hundredPercent(blank) },
  {
    key: 'spent',
    title: t.spent,
    kind: 'count',
    value: ({ meanMs }) => (meanMs === undefined ? undefined : Math.round(meanMs / 1000)),
  },
  {
    key: 'flags',
    title: t.flags,
    kind: 'text',
    value: ({ flags }) => (flags.length > 0 ? flags.map((flag) => t.flag[flag]).join(', ') : undefined),
  },
];
