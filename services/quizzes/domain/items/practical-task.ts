import type { SeenItem } from '../../contract.ts';
import { placeOf, shownId } from '../shown-id.ts';
import {
  areShown,
  best,
  type Credit,
  complaintsIn,
  type ItemType,
  sumOf,
  weightComplaints,
} from './item-type.ts';

type Seen = Extract<SeenItem, { kind: 'practical-task' }>;

/** A part of the screen. Most earn nothing; a harmless one can take away. */
type ScreenElement = Partial<Credit> & Readonly<Pick<Seen['elements'][number], 'role' | 'text' | 'label'>>;

/** A simulated screen of a phone, on which what is suspicious is found, or the right step is taken. */
export type PracticalTask = {
  readonly task: Seen['task'];
  readonly screen: Seen['screen'];
  /** From top to bottom; a screen is not shuffled. */
  readonly elements: readonly ScreenElement[];
};

/** Who finds everything suspicious has understood nothing and must not earn more. Percent. */
const MOST_FOR_ALL = 50;

const creditOf = ({ weight = 0, feedback }: ScreenElement): Credit => ({
  weight,
  ...(feedback && { feedback }),
});

export const practicalTask: ItemType<'practical-task'> = {
  present: ({ task, screen, elements }) => ({
    seen: {
      task,
      screen,
      elements: elements.map(({ role, text, label }, at) => ({
        elementId: shownId('x', at),
        role,
        text,
        ...(label && { label }),
      })),
    },
    order: [],
  }),
  fits: ({ task, elements }, { elementIds }) =>
    areShown(
      elementIds,
      elements.map(({ elementId }) => elementId),
    ) &&
    (task === 'find' || elementIds.length <= 1),
  credit: ({ question: { elements } }, { elementIds }) =>
    [...new Set(elementIds)].flatMap((id) => elements[placeOf(id)] ?? []).map(creditOf),
  right: ({ question: { kind, task, elements } }) => {
    const credits = elements.map(creditOf);
    const wanted = task === 'step' ? [best(credits)] : credits.filter(({ weight }) => weight > 0);
    return {
      kind,
      elementIds: credits.flatMap((credit, at) => (wanted.includes(credit) ? [shownId('x', at)] : [])),
    };
  },
  complaints: ({ task, elements }) => {
    const credits = elements.map(creditOf);
    if (task === 'step')
      return complaintsIn({
        'one-option': elements.length < 2,
        'no-right-answer': !credits.some(({ weight }) => weight === 100),
      });
    return complaintsIn({
      'one-option': elements.length < 2,
      ...weightComplaints(credits),
      'all-picked-earns': sumOf(credits) > MOST_FOR_ALL,
    });
  },
};
