import { api } from '../../api/api.ts';
import { device, readJson } from '../../state/storage.ts';
import type { Recording, TvData } from './programme.ts';

/** The number at the end is the shape of what is kept: a new shape gets a new key, and the old copy is never read. */
const KEPT_KEY = 'hvs.tv.1';

/** What this screen knew when it was last told. */
export const keptData = (): TvData | undefined => readJson<TvData>(device, KEPT_KEY);

/** Asks for everything the screen shows and keeps it on this device; undefined when any of it was not answered. */
export const askForData = async (now: string): Promise<TvData | undefined> => {
  const [list, totals] = await Promise.all([api.listCourses(), api.getPublicFigures()]);
  if (!list.ok || !totals.ok) return undefined;
  const answers = await Promise.all(
    list.body.courses.map(({ slug }) => api.getCourse({ params: { courseId: slug } })),
  );
  const courses = answers.flatMap((answer) => (answer.ok ? [answer.body] : []));
  // With seats of an earlier time in it, all of it would pass for as fresh as the rest.
  if (courses.length < answers.length) return undefined;
  const data: TvData = { courses, figures: totals.body, readAt: now };
  device.write(KEPT_KEY, JSON.stringify(data));
  return data;
};

/**
 * The newest recording of all courses that this screen may open; undefined when there is none, `unknown` when a course was
 * not answered. Asks with the sign-in of this device, so it is for signed-in screens only. `seesAll`: for staff, who need
 * no seat.
 */
export const newestRecording = async (
  data: TvData,
  seesAll: boolean,
): Promise<Recording | undefined | 'unknown'> => {
  const answers = await Promise.all(
    data.courses.map(({ courseId }) => api.listCourseMedia({ params: { courseId } })),
  );
  if (answers.some(({ ok }) => !ok)) return 'unknown';
  return answers
    .flatMap((answer) => (answer.ok ? answer.body.media : []))
    .filter(({ playlist, access }) => playlist !== undefined && (seesAll || access !== 'enrolled'))
    .reduce<Recording | undefined>(
      (best, one) => (best && best.assetId > one.assetId ? best : one),
      undefined,
    );
};
