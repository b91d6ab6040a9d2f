import type { BodyOf } from '../../api/types.ts';

type Question = BodyOf<'getBankItem'>['question'];
/** A part of a question, what it earns in percent, and what its author says about it. */
export type Worth = {
  readonly text: string;
  readonly weight?: number;
  readonly feedback?: string | undefined;
};

type Gap = Exclude<Extract<Question, { kind: 'cloze' }>['passage'][number], string>;
type Range = Extract<Question, { kind: 'numeric' }>['accepted'][number];

const ofRange = ({ low, high, weight, feedback }: Range): Worth => ({
  text: low === high ? String(low) : `${low}–${high}`,
  weight,
  feedback,
});

const ofGap = (gap: Gap): readonly Worth[] => {
  if (gap.kind === 'numeric') return gap.accepted.map(ofRange);
  return gap.kind === 'single-choice' ? gap.options : gap.accepted;
};

const ofRubric = ({ rubric }: Extract<Question, { kind: 'essay' | 'file-answer' }>): readonly Worth[] =>
  rubric.criteria.flatMap(({ name, levels }) =>
    levels.map(({ points, words }) => ({ text: `${name}: ${points}`, feedback: words })),
  );

/** What can be earned by what, in the author's order; nothing for kinds whose right answer says it all. */
export function worthOf(question: Question): readonly Worth[] {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return question.options;
    case 'short-answer':
      return question.accepted;
    case 'numeric':
      return question.accepted.map(ofRange);
    case 'cloze':
      return question.passage.flatMap((part) => (typeof part === 'string' ? [] : ofGap(part)));
    case 'practical-task':
      return question.elements.filter(({ weight, feedback }) => weight !== undefined || feedback);
    case 'essay':
    case 'file-answer':
      return ofRubric(question);
    default:
      return [];
  }
}
