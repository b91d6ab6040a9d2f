import type { Messages } from '../../messages/language.ts';

export type Lack = keyof Messages['authoring']['lacks'];
/** How much of each part a course has. */
export type Parts = {
  readonly lessons: number;
  readonly questions: number;
  readonly quizzes: number;
  readonly openRuns: number;
};

/** What a course still needs before learners can finish it, in the order it is made. */
export const lacksOf = ({ lessons, questions, quizzes, openRuns }: Parts): readonly Lack[] => {
  const parts: readonly (readonly [Lack, number])[] = [
    ['lessons', lessons],
    ['questions', questions],
    ['quiz', quizzes],
    ['run', openRuns],
  ];
  return parts.filter(([, count]) => count === 0).map(([lack]) => lack);
};

/** The sentence about it. */
export const sentenceOfLacks = (parts: Parts, { authoring: t }: Messages): string => {
  const lacks = lacksOf(parts);
  return lacks.length === 0 ? t.complete : t.lacking(lacks.map((lack) => t.lacks[lack]));
};
