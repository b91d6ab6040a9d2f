import type { BodyOf } from '../../api/types.ts';
import { wholePercent } from '../../format/numbers.ts';
import type { Messages } from '../../messages/language.ts';
import type { Column } from '../../table/column.ts';

export type ItemFigures = BodyOf<'getItemAnalysis'>['items'][number];
type Words = Messages['analysis'];

/** Items that an author should look at; too few attempts are no fault of an item. */
export const isFlagged = ({ flags }: ItemFigures): boolean =>
  flags.some((flag) => flag !== 'too-few-attempts');

/** How many an author should look at, and how many of these the reader wrote. */
export const countFlagged = (items: readonly ItemFigures[]) => {
  const flagged = items.filter(isFlagged);
  return { all: flagged.length, mine: flagged.filter(({ isMine }) => isMine).length };
};

const hundredPercent = (share: number): number => wholePercent(share, 1);

/** What of the reader's own needs a look, then the hardest first: what an author looks for. */
export const mineToMendFirst = (items: readonly ItemFigures[]): readonly ItemFigures[] =>
  items.toSorted(
    (a, b) => Number(isFlagged(b) && b.isMine) - Number(isFlagged(a) && a.isMine) || a.facility - b.facility,
  );

/** The table of the figures, in the order in which an author reads them. */
export const columnsFor = (t: Words): readonly Column<ItemFigures>[] => [
  { key: 'item', title: t.item, kind: 'text', value: ({ title }) => title },
  { key: 'attempts', title: t.attempts, kind: 'count', value: ({ attempts }) => attempts },
  { key: 'facility', title: t.facility, kind: 'count', value: ({ facility }) => hundredPercent(facility) },
  {
    key: 'discrimination',
    title: t.discrimination,
    kind: 'coefficient',
    value: ({ discrimination }) => discrimination,
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
