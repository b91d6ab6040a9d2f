import { api } from '../../api/api.ts';
import { device, readJson } from '../../state/storage.ts';
import type { CourseOnTv, Recording, TvData } from './programme.ts';

/** The number at the end is the shape of what is kept: a new shape gets a new key, and the old copy is never read. */
const KEPT_KEY = 'hvs.tv.1';

/** What this screen knew when it was last told. */
export const keptData = (): TvData | undefined => readJson<TvData>(device, KEPT_KEY);

const withRuns = async (
  course: Omit<CourseOnTv, 'lessons' | 'runs'>,
  before: TvData | undefined,
): Promise<CourseOnTv> => {
  const answer = await api.getCourse({ params: { courseId: course.slug } });
  if (answer.ok) return answer.body;
  const known = before?.courses.find(({ courseId }) => courseId === course.courseId);
  return { ...course, lessons: known?.lessons ?? [], runs: known?.runs ?? [] };
};

/** Asks for everything the screen shows and keeps it on this device; undefined when there was no answer. */
export const askForData = async (before: TvData | undefined, now: string): Promise<TvData | undefined> => {
  const [list, totals] = await Promise.all([api.listCourses(), api.getPublicFigures()]);
  if (!list.ok || !totals.ok) return undefined;
  const courses = await Promise.all(list.body.courses.map((course) => withRuns(course, before)));
  const data: TvData = { courses, figures: totals.body, readAt: now };
  device.write(KEPT_KEY, JSON.stringify(data));
  return data;
};

/** The newest recording of all courses. Asks with the sign-in of this device, so it is for signed-in screens only. */
export const newestRecording = async (data: TvData): Promise<Recording | undefined> => {
  const answers = await Promise.all(
    data.courses.map(({ courseId }) => api.listCourseMedia({ params: { courseId } })),
  );
  return answers
    .flatMap((answer) => (answer.ok ? answer.body.media : []))
    .filter(({ playlist }) => playlist !== undefined)
    .reduce<Recording | undefined>(
      (best, one) => (best && best.assetId > one.assetId ? best : one),
      undefined,
    );
};
