import { placeOf, shownId } from '../shown-id.ts';
import { areShown, complaintsIn, type ItemType, repeats, sharesOf } from './item-type.ts';

/** Prompts in the author's order, each of which gets one of the shuffled choices. */
export type Matching = {
  readonly pairs: readonly { readonly prompt: string; readonly choice: string }[];
  /** Choices that belong to no prompt. */
  readonly distractors: readonly string[];
  /** Without a word every pair is an equal share. */
  readonly scoring?: 'all-or-nothing';
};

/** What can be chosen; a choice that fits two prompts is there once. */
const choicesOf = ({ pairs, distractors }: Matching): readonly string[] => [
  ...new Set([...pairs.map(({ choice }) => choice), ...distractors]),
];

export const matching: ItemType<'matching'> = {
  present: (question, shuffle) => {
    const choices = choicesOf(question);
    const order = shuffle(choices.length);
    const seen = {
      prompts: question.pairs.map(({ prompt }, place) => ({ promptId: shownId('p', place), text: prompt })),
      choices: order.map((place, at) => ({ choiceId: shownId('c', at), text: choices[place] ?? '' })),
    };
    return { seen, order };
  },
  fits: ({ prompts, choices }, { pairs }) =>
    areShown(
      Object.keys(pairs),
      prompts.map(({ promptId }) => promptId),
    ) && Object.values(pairs).every((id) => choices.some(({ choiceId }) => choiceId === id)),
  credit: ({ question, order }, { pairs }) => {
    const choices = choicesOf(question);
    const right = question.pairs.filter(
      ({ choice }, place) => choices[order[placeOf(pairs[shownId('p', place)] ?? '')] ?? -1] === choice,
    );
    return sharesOf(right.length, question.pairs.length, question.scoring);
  },
  right: ({ question, order }) => {
    const choices = choicesOf(question);
    const pairs = question.pairs.map(({ choice }, place) => [
      shownId('p', place),
      shownId('c', order.indexOf(choices.indexOf(choice))),
    ]);
    return { kind: question.kind, pairs: Object.fromEntries(pairs) as Record<string, string> };
  },
  complaints: ({ pairs }) =>
    complaintsIn({
      'too-few-pairs': pairs.length < 2,
      'prompt-twice': repeats(pairs.map(({ prompt }) => prompt)),
    }),
};
