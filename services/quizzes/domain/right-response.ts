import type { Response } from '../contract.ts';
import { choicesOf, type NumberRange, type Question, shownId } from './question.ts';

type Weighed = { readonly weight: number };
/** The place of the first of those that earn most. */
const bestPlace = (accepted: readonly Weighed[]): number => {
  const weights = accepted.map(({ weight }) => weight);
  return weights.indexOf(Math.max(...weights));
};

/** The middle of a range as Vietnamese writes it: 2,5. Sums like 0.1 + 0.2 are cut to what people can have meant. */
const middleOf = ({ low, high }: NumberRange): string =>
  String(Number(((low + high) / 2).toFixed(6))).replace('.', ',');

/**
 * A response that earns the whole question, in the ids of one attempt: the only one where a question has one, else the
 * author's first. Part of the key, so it leaves the service only as `releasesRightResponses` says.
 */
export function rightResponse({
  question,
  order,
}: {
  readonly question: Question;
  readonly order: readonly number[];
}): Response {
  const shown = (prefix: 'o' | 'c', place: number) => shownId(prefix, order.indexOf(place));
  const { kind } = question;
  switch (kind) {
    case 'single-choice':
      return {
        kind,
        optionId: shown('o', bestPlace(question.options)),
      };
    case 'multiple-choice':
      return {
        kind,
        optionIds: question.options.flatMap(({ weight }, place) => (weight > 0 ? [shown('o', place)] : [])),
      };
    case 'true-false':
      return { kind, value: question.isTrue };
    case 'short-answer':
      return { kind, text: question.accepted[bestPlace(question.accepted)]?.text ?? '' };
    case 'numeric': {
      const range = question.accepted[bestPlace(question.accepted)];
      return { kind, text: range ? middleOf(range) : '' };
    }
    case 'matching': {
      const choices = choicesOf(question);
      const pairs = question.pairs.map(({ choice }, place) => [
        shownId('p', place),
        shown('c', choices.indexOf(choice)),
      ]);
      return { kind, pairs: Object.fromEntries(pairs) as Record<string, string> };
    }
    default:
      return kind satisfies never;
  }
}
