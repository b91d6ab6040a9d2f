import { placeOf, shownId } from '../shown-id.ts';
import { areShown, complaintsIn, type ItemType, repeats, sharesOf } from './item-type.ts';

/** Entries in their right order. */
export type Ordering = {
  readonly entries: readonly string[];
  /** What counts: everything at once, each entry at its place, or each pair of neighbours in the right order. */
  readonly scoring: 'all-or-nothing' | 'by-place' | 'by-neighbours';
};

/** Of `places`, the author's places as a person has put them, how many parts are right and how many there are. */
const partsOf = (
  { scoring, entries }: Ordering,
  places: readonly number[],
): { right: number; all: number } => {
  if (scoring === 'by-neighbours') {
    const right = places.filter((place, at) => at > 0 && place === (places[at - 1] ?? 0) + 1);
    return { right: right.length, all: entries.length - 1 };
  }
  return { right: places.filter((place, at) => place === at).length, all: entries.length };
};

export const ordering: ItemType<'ordering'> = {
  present: ({ entries }, shuffle) => {
    const order = shuffle(entries.length);
    const seen = {
      entries: order.map((place, at) => ({ entryId: shownId('e', at), text: entries[place] ?? '' })),
    };
    return { seen, order };
  },
  fits: ({ entries }, { entryIds }) =>
    entryIds.length === entries.length &&
    areShown(
      entryIds,
      entries.map(({ entryId }) => entryId),
    ),
  credit: ({ question, order }, { entryIds }) => {
    const places = [...new Set(entryIds)].map((id) => order[placeOf(id)] ?? -1);
    const { right, all } = partsOf(question, places);
    return sharesOf(right, all, question.scoring);
  },
  right: ({ question: { kind, entries }, order }) => ({
    kind,
    entryIds: entries.map((_, place) => shownId('e', order.indexOf(place))),
  }),
  complaints: ({ entries }) =>
    complaintsIn({ 'too-few-entries': entries.length < 3, 'option-twice': repeats(entries) }),
};
