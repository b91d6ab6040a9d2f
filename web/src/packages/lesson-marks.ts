import { LESSON_STATUSES, type LessonStatus } from '../../../shared/contract/package-data.ts';

/** The furthest that somebody has come in each lesson that was begun, by its number. */
export type Marks = ReadonlyMap<number, LessonStatus>;

/** How a lesson stands, as its learner needs to know. */
export type Mark = 'unbegun' | 'begun' | 'failed' | 'done';

/** With what was heard of a lesson, where it is further. Whoever began one is in it, though the lesson says nothing yet. */
export function withStatus(marks: Marks, lesson: number, said: LessonStatus): Marks {
  const status = said === 'not attempted' ? 'incomplete' : said;
  const before = marks.get(lesson);
  const isFurther = !before || LESSON_STATUSES.indexOf(status) > LESSON_STATUSES.indexOf(before);
  return isFurther ? new Map([...marks, [lesson, status]]) : marks;
}

export function markOf(marks: Marks, lesson: number): Mark {
  const status = marks.get(lesson);
  if (!status) return 'unbegun';
  if (status === 'failed') return status;
  return status === 'completed' || status === 'passed' ? 'done' : 'begun';
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

export const doneOf = (marks: Marks, count: number): number =>
  upTo(count).filter((lesson) => markOf(marks, lesson) === 'done').length;

/** The lesson to go on with after this one: the next that is not done, from the beginning after the last. */
export const nextOf = (marks: Marks, count: number, lesson: number): number | undefined =>
  [...upTo(count).slice(lesson), ...upTo(lesson - 1)].find((other) => markOf(marks, other) !== 'done');
