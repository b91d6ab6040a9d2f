type Lessons = readonly { readonly lessonNo: number }[];
type Quiz = { readonly quizId: string; readonly itemCount: number };

/** Where a lesson leads on to. */
export type Onward =
  | { readonly kind: 'lesson'; readonly lessonNo: number }
  | ({ readonly kind: 'quiz' } & Quiz)
  | { readonly kind: 'course' };

/** The next lesson; after the last one the course's quiz for who has a seat, and the course's page for all others. */
export const onward = (
  lessons: Lessons,
  lessonNo: number,
  quiz: Quiz | undefined,
  hasSeat: boolean,
): Onward => {
  const next = lessons.find((lesson) => lesson.lessonNo > lessonNo);
  if (next) return { kind: 'lesson', lessonNo: next.lessonNo };
  if (quiz && hasSeat) return { kind: 'quiz', quizId: quiz.quizId, itemCount: quiz.itemCount };
  return { kind: 'course' };
};
