import type { Question } from '../question.ts';
import { shownId } from '../shown-id.ts';

export type ChoiceCount = {
  readonly text: string;
  /** Whether picking it earns something. */
  readonly isRight: boolean;
  readonly count: number;
  /** A wrong choice that takes in almost nobody does no work. */
  readonly isIdle: boolean;
};

/** Haladyna and Downing (1993): a distractor works when at least 5 % choose it. */
const WORKS_FROM = 0.05;

type Choice = { readonly pick: string; readonly text: string; readonly isRight: boolean };

function choicesOf(question: Question): readonly Choice[] {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return question.options.map(({ text, weight }, place) => ({
        pick: shownId('o', place),
        text,
        isRight: weight > 0,
      }));
    case 'true-false':
      return [true, false].map((value) => ({
        pick: String(value),
        text: String(value),
        isRight: value === question.isTrue,
      }));
    case 'practical-task':
      return question.elements.map(({ text, weight = 0 }, place) => ({
        pick: shownId('x', place),
        text,
        isRight: weight > 0,
      }));
    default:
      return [];
  }
}

/** How often each choice of a question was picked in `attempts`; empty for kinds whose answers the author did not list. */
export const countChoices = (
  question: Question,
  picks: Readonly<Record<string, number>>,
  attempts: number,
): ChoiceCount[] =>
  choicesOf(question).map(({ pick, text, isRight }) => {
    const count = picks[pick] ?? 0;
    return { text, isRight, count, isIdle: !isRight && count < attempts * WORKS_FROM };
  });
