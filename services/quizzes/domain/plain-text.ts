import { fold } from '#shared/text/vietnamese.ts';
import type { Question } from './question.ts';

/** Beyond it nothing is searched or compared: a bank of 5,000 items is read whole, in steps of 1 MB. Letters. */
const MOST = 600;

const wordsOfGap = (part: Extract<Question, { kind: 'cloze' }>['passage'][number]): readonly string[] => {
  if (typeof part === 'string') return [part];
  return part.kind === 'single-choice' ? part.options.map(({ text }) => text) : [];
};

/** What a learner reads beside the stem; a typed answer is no part of it, however it is marked. */
const partsOf = (question: Question): readonly string[] => {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return question.options.map(({ text }) => text);
    case 'matching':
      return [...question.pairs.flatMap(({ prompt, choice }) => [prompt, choice]), ...question.distractors];
    case 'ordering':
      return question.entries;
    case 'cloze':
      return question.passage.flatMap(wordsOfGap);
    case 'practical-task':
      return question.elements.map(({ text }) => text);
    default:
      return [];
  }
};

/** Stem and parts, one a line, without case and marks; parts in the order of the alphabet, so theirs tells nothing. */
export const plainTextOf = (question: Question): string =>
  [fold(question.stem), ...partsOf(question).map(fold).sort()].filter(Boolean).join('\n').slice(0, MOST);
