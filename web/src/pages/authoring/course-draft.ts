import type { RequestFor } from '../../api/types.ts';
import { suggestSlug } from './slug.ts';

type Body = RequestFor<'createCourse'>['body'];
/** `id` only tells the rows apart; minutes stay as typed. */
export type DraftLesson = {
  readonly id: number;
  readonly title: string;
  readonly minutes: string;
  readonly text: string;
};
/** A course as it is being written. Without `slug` the address follows the title. */
export type CourseDraft = {
  readonly title: string;
  readonly slug?: string;
  readonly summary: string;
  readonly competenceCodes: readonly string[];
  readonly lessons: readonly DraftLesson[];
};

export const MAX_LESSONS = 40;
export const MAX_CODES = 12;

const blankLesson = (id: number): DraftLesson => ({ id, title: '', minutes: '10', text: '' });

export const emptyDraft: CourseDraft = {
  title: '',
  summary: '',
  competenceCodes: [],
  lessons: [blankLesson(1)],
};

/** Whether anything was written that would be a pity to lose. */
export const isBegun = ({ title, summary, competenceCodes, lessons }: CourseDraft): boolean =>
  [title, summary, ...lessons.flatMap((lesson) => [lesson.title, lesson.text])].join('').trim() !== '' ||
  competenceCodes.length > 0;

export const slugOf = ({ slug, title }: CourseDraft): string => slug ?? suggestSlug(title);

export const withLesson = (lessons: readonly DraftLesson[]): readonly DraftLesson[] => [
  ...lessons,
  blankLesson(Math.max(0, ...lessons.map(({ id }) => id)) + 1),
];

/** The lessons with one of them `by` places later (or earlier, below 0); unchanged where there is no such place. */
export const withMoved = (
  lessons: readonly DraftLesson[],
  id: number,
  by: -1 | 1,
): readonly DraftLesson[] => {
  const from = lessons.findIndex((lesson) => lesson.id === id);
  const moved = lessons[from];
  const other = lessons[from + by];
  if (!moved || !other) return lessons;
  return lessons.map((lesson) => {
    if (lesson === moved) return other;
    return lesson === other ? moved : lesson;
  });
};

/** What is sent to enter the course. The page asks for competences of the whole course only, so lessons carry none. */
export const courseOf = (draft: CourseDraft): Body => ({
  slug: slugOf(draft),
  title: draft.title.trim(),
  summary: draft.summary.trim(),
  competenceCodes: [...draft.competenceCodes].sort(),
  lessons: draft.lessons.map(({ title, minutes, text }) => ({
    title: title.trim(),
    minutes: Number(minutes),
    text,
    competenceCodes: [],
  })),
});
