import { device, readJson } from './storage.ts';

/**
 * Which lessons a person has read on this device. The platform keeps no such record (a reading log is sensitive data),
 * so it stays here, apart for each person on a shared phone.
 */
type Read = Readonly<Record<string, readonly number[]>>;

const keyOf = (personId: string | undefined) => `hvs.read.${personId ?? 'guest'}`;

/** Numbers of the lessons of a course that were read. */
export const readLessons = (personId: string | undefined, courseId: string): readonly number[] =>
  readJson<Read>(device, keyOf(personId))?.[courseId] ?? [];

/** Notes that a lesson was read to its end. */
export const noteRead = (personId: string | undefined, courseId: string, lessonNo: number): void => {
  const before = readJson<Read>(device, keyOf(personId)) ?? {};
  const numbers = new Set([...(before[courseId] ?? []), lessonNo]);
  device.write(keyOf(personId), JSON.stringify({ ...before, [courseId]: [...numbers] }));
};
