import type { Option } from '../question.ts';
import { placeOf, shownId } from '../shown-id.ts';
import {
  areShown,
  best,
  type Credit,
  complaintsIn,
  type ItemType,
  repeats,
  type Shuffle,
  weightComplaints,
} from './item-type.ts';

/** Options that are shown shuffled, of which one is picked; each is worth its weight. */
export type SingleChoice = { readonly options: readonly Option[] };

/**
 * Options of which any are picked. Without a word on the scoring their weights are summed, and those below 0 take away;
 * `without-penalty` lets them count nothing, and only as many may be picked as are right, so that picking everything
 * is no way to earn everything.
 */
export type MultipleChoice = SingleChoice & { readonly scoring?: 'all-or-nothing' | 'without-penalty' };

const present = ({ options }: SingleChoice, shuffle: Shuffle) => {
  const order = shuffle(options.length);
  const shown = order.map((place, at) => {
    const { text = '', media } = options[place] ?? {};
    return { optionId: shownId('o', at), text, ...(media && { media: [...media] }) };
  });
  return { seen: { options: shown }, order };
};

type ShownChoice = { readonly question: SingleChoice; readonly order: readonly number[] };

const picked = ({ question, order }: ShownChoice, optionIds: readonly string[]): readonly Option[] =>
  [...new Set(optionIds)].flatMap((id) => question.options[order[placeOf(id)] ?? -1] ?? []);

const idsOf = ({ options }: { readonly options: readonly { readonly optionId: string }[] }) =>
  options.map(({ optionId }) => optionId);

const earning = ({ options }: SingleChoice): readonly Option[] => options.filter(({ weight }) => weight > 0);

/** Pictures make options with the same words differ. */
const namesOf = ({ options }: SingleChoice): readonly string[] =>
  options.map(({ text, media = [] }) => [text, ...media.map(({ fileId }) => fileId)].join('\n'));

const complaints = (question: SingleChoice) => ({
  'one-option': question.options.length < 2,
  'option-twice': repeats(namesOf(question)),
});

export const singleChoice: ItemType<'single-choice'> = {
  mayKeepOrder: true,
  present,
  fits: (seen, { optionId }) => idsOf(seen).includes(optionId),
  credit: (shown, { optionId }) => picked(shown, [optionId]),
  right: ({ question: { kind, options }, order }) => {
    const place = options.findIndex(({ weight }) => weight === best(options)?.weight);
    return { kind, optionId: shownId('o', order.indexOf(place)) };
  },
  complaints: (question) =>
    complaintsIn({
      ...complaints(question),
      'no-right-answer': !question.options.some(({ weight }) => weight === 100),
    }),
};

/** Each picked option with what it counts for under the question's scoring. */
const scored = (question: MultipleChoice, options: readonly Option[]): readonly Credit[] => {
  if (question.scoring === undefined) return options;
  if (question.scoring === 'without-penalty')
    return options.map((option) => ({ ...option, weight: Math.max(0, option.weight) }));
  const right = earning(question);
  const isRight = options.length === right.length && options.every((option) => right.includes(option));
  return [...options.map((option) => ({ ...option, weight: 0 })), { weight: isRight ? 100 : 0 }];
};

export const multipleChoice: ItemType<'multiple-choice'> = {
  mayKeepOrder: true,
  present: (question, shuffle) => {
    const { seen, order } = present(question, shuffle);
    const isLimited = question.scoring === 'without-penalty';
    return { seen: { ...seen, ...(isLimited && { picks: earning(question).length }) }, order };
  },
  fits: (seen, { optionIds }) =>
    areShown(optionIds, idsOf(seen)) && optionIds.length <= (seen.picks ?? optionIds.length),
  credit: (shown, { optionIds }) => scored(shown.question, picked(shown, optionIds)),
  right: ({ question: { kind, options }, order }) => ({
    kind,
    optionIds: order.flatMap((place, at) => ((options[place]?.weight ?? 0) > 0 ? [shownId('o', at)] : [])),
  }),
  complaints: (question) => complaintsIn({ ...complaints(question), ...weightComplaints(question.options) }),
};
