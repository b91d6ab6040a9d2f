import type { SeenItem } from '../contract.ts';
import { permutation } from './permutation.ts';

/** A possible answer and what it is worth, in percent of the question (−100 to 100). */
export type Option = { readonly text: string; readonly weight: number; readonly feedback?: string };
/** Accepted numbers, both ends included. */
export type NumberRange = {
  readonly low: number;
  readonly high: number;
  readonly weight: number;
  readonly feedback?: string;
};

type About = {
  readonly title: string;
  readonly stem: string;
  /** The author's explanation, shown after the attempt is handed in. */
  readonly explanation?: string;
  readonly competenceCode?: string;
  readonly level?: string;
};

/** A question with its key: what an author wrote. Never leaves the service as it is. */
export type Question = About &
  (
    | { readonly kind: 'single-choice' | 'multiple-choice'; readonly options: readonly Option[] }
    | {
        readonly kind: 'true-false';
        readonly isTrue: boolean;
        readonly whenRight?: string;
        readonly whenWrong?: string;
      }
    | { readonly kind: 'short-answer'; readonly accepted: readonly Option[] }
    | { readonly kind: 'numeric'; readonly accepted: readonly NumberRange[]; readonly otherwise?: string }
    | {
        readonly kind: 'matching';
        readonly pairs: readonly { readonly prompt: string; readonly choice: string }[];
        /** Choices that belong to no prompt. */
        readonly distractors: readonly string[];
      }
  );

/** What can be chosen for the prompts of a matching question; a choice that fits two prompts is there once. */
export const choicesOf = (question: Extract<Question, { kind: 'matching' }>): string[] => [
  ...new Set([...question.pairs.map((pair) => pair.choice), ...question.distractors]),
];

const shuffledTexts = (question: Question): string[] => {
  if (question.kind === 'matching') return choicesOf(question);
  return 'options' in question ? question.options.map((option) => option.text) : [];
};

/**
 * The question as one attempt shows it. `order[i]` is the author's place of the option (or choice) shown at place i;
 * ids count the shown places, so they say nothing about the author's order.
 */
export function present(
  question: Question,
  itemId: string,
  seed: string,
): { seen: SeenItem; order: readonly number[] } {
  const texts = shuffledTexts(question);
  const order = permutation(texts.length, `${seed}/${itemId}`);
  const shown = order.map((place) => texts[place] ?? '');
  const { kind, stem } = question;
  switch (kind) {
    case 'single-choice':
    case 'multiple-choice':
      return {
        seen: {
          kind,
          itemId,
          stem,
          options: shown.map((text, place) => ({ optionId: shownId('o', place), text })),
        },
        order,
      };
    case 'matching':
      return {
        seen: {
          kind,
          itemId,
          stem,
          prompts: question.pairs.map(({ prompt }, place) => ({
            promptId: shownId('p', place),
            text: prompt,
          })),
          choices: shown.map((text, place) => ({ choiceId: shownId('c', place), text })),
        },
        order,
      };
    case 'true-false':
    case 'short-answer':
    case 'numeric':
      return { seen: { kind, itemId, stem }, order };
    default:
      return kind satisfies never;
  }
}

export const shownId = (prefix: 'o' | 'p' | 'c', place: number): string => `${prefix}${place + 1}`;
/** The place that an id of `present` counts; −1 for a text that is none. */
export const placeOf = (id: string): number => (/^[opc][1-9]\d*$/.test(id) ? Number(id.slice(1)) - 1 : -1);
