import type { Option } from '../question.ts';
import { placeOf, shownId } from '../shown-id.ts';
import { areShown, best, complaintsIn, type ItemType, repeats, type Shuffle } from './item-type.ts';

/** Options that are shown shuffled. */
export type Choice = { readonly options: readonly Option[] };

const present = ({ options }: Choice, shuffle: Shuffle) => {
  const order = shuffle(options.length);
  const shown = order.map((place) => options[place]?.text ?? '');
  return {
    seen: { options: shown.map((text, place) => ({ optionId: shownId('o', place), text })) },
    order,
  };
};

type ShownChoice = { readonly question: Choice; readonly order: readonly number[] };

const picked = ({ question, order }: ShownChoice, optionIds: readonly string[]): readonly Option[] =>
  [...new Set(optionIds)].flatMap((id) => question.options[order[placeOf(id)] ?? -1] ?? []);

const idsOf = ({ options }: { readonly options: readonly { readonly optionId: string }[] }) =>
  options.map(({ optionId }) => optionId);

/** Weights such as three times 33.33333 are meant as the whole. Percent. */
const ROUNDING = 0.1;
const earning = ({ options }: Choice): readonly Option[] => options.filter(({ weight }) => weight > 0);
const whole = (question: Choice): number => earning(question).reduce((sum, { weight }) => sum + weight, 0);

const complaints = (question: Choice) => ({
  'one-option': question.options.length < 2,
  'option-twice': repeats(question.options.map(({ text }) => text)),
  'no-right-answer': earning(question).length === 0,
});

/** One option is picked and earns its weight. */
export const singleChoice: ItemType<'single-choice'> = {
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

/** Any options are picked and earn the sum of their weights; weights below 0 take away. */
export const multipleChoice: ItemType<'multiple-choice'> = {
  present,
  fits: (seen, { optionIds }) => areShown(optionIds, idsOf(seen)),
  credit: (shown, { optionIds }) => picked(shown, optionIds),
  right: ({ question: { kind, options }, order }) => ({
    kind,
    optionIds: order.flatMap((place, at) => ((options[place]?.weight ?? 0) > 0 ? [shownId('o', at)] : [])),
  }),
  complaints: (question) =>
    complaintsIn({
      ...complaints(question),
      'weights-do-not-sum': earning(question).length > 0 && Math.abs(whole(question) - 100) >= ROUNDING,
    }),
};
