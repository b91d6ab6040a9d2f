import type { Learner } from './roster.ts';

export type QuizResult = {
  readonly quizId: string;
  readonly courseId: string;
  /** Learners who have a mark. */
  readonly taken: number;
  readonly passed: number;
  readonly failed: number;
  /** Hundredths, of the best marks; half up. */
  readonly averageHundredths: number;
  readonly bestHundredths: number;
  readonly attempts: number;
};

/** The class's marks by quiz, each learner with the best of their own; quizzes that nobody has a mark in are left out. */
export function resultsByQuiz(learners: readonly Learner[]): readonly QuizResult[] {
  const tries = learners.flatMap(({ courses }) =>
    [...courses.values()].flatMap(({ courseId, quizzes }) => quizzes.map((quiz) => ({ courseId, ...quiz }))),
  );
  return [...new Set(tries.map(({ quizId }) => quizId))].flatMap((quizId) => {
    const own = tries.filter((one) => one.quizId === quizId);
    const marks = own.flatMap(({ bestHundredths }) => bestHundredths ?? []);
    const passed = own.filter((one) => one.passed).length;
    if (marks.length === 0) return [];
    return {
      quizId,
      courseId: own[0]?.courseId ?? '',
      taken: marks.length,
      passed,
      failed: marks.length - passed,
      averageHundredths: Math.round(marks.reduce((sum, mark) => sum + mark, 0) / marks.length),
      bestHundredths: Math.max(...marks),
      attempts: own.reduce((sum, { attempts }) => sum + attempts, 0),
    };
  });
}
