import { mediaOf } from '../item-media.ts';
import type { Kind, Question } from '../question.ts';

/** Why a question cannot be asked on paper. */
export type NotOnPaper = 'kind-needs-screen' | 'kind-needs-marker' | 'sound-or-film' | 'too-many-choices';

/** Columns of the answer sheet, and letters that people tell apart when they are read out. */
export const LETTERS = [...'ABCDEFGHIJ'];

/** What machine and people mark alike when it comes as letters or as a word; the rest needs a screen or a reader. */
const ON_PAPER: Readonly<Record<Kind, NotOnPaper | 'yes'>> = {
  'single-choice': 'yes',
  'multiple-choice': 'yes',
  'true-false': 'yes',
  'short-answer': 'yes',
  numeric: 'yes',
  matching: 'yes',
  ordering: 'yes',
  cloze: 'kind-needs-screen',
  'hot-spot': 'kind-needs-screen',
  'practical-task': 'kind-needs-screen',
  essay: 'kind-needs-marker',
  'file-answer': 'kind-needs-marker',
};

/** Whatever gets a letter. */
const letteredIn = (question: Question): number => {
  if (question.kind === 'matching') {
    const choices = question.pairs.map(({ choice }) => choice);
    return new Set([...choices, ...question.distractors]).size;
  }
  if (question.kind === 'ordering') return question.entries.length;
  return 'options' in question ? question.options.length : 0;
};

/** Why this question cannot be asked on paper; undefined when it can. */
export function whyNotOnPaper(question: Question): NotOnPaper | undefined {
  const verdict = ON_PAPER[question.kind];
  if (verdict !== 'yes') return verdict;
  if (mediaOf(question).some(({ mediaType }) => !mediaType.startsWith('image/'))) return 'sound-or-film';
  return letteredIn(question) > LETTERS.length ? 'too-many-choices' : undefined;
}
