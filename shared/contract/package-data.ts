/**
 * What an interactive package may say of a learner (SCORM 1.2 run-time environment, 3.4.4). The page that plays it, the
 * page of the site and the service each look at it, because each may be reached by what is not the one before it.
 */

/** The values of `cmi.core.lesson_status`, the least first. */
export const LESSON_STATUSES = [
  'not attempted',
  'browsed',
  'incomplete',
  'failed',
  'completed',
  'passed',
] as const;
export type LessonStatus = (typeof LESSON_STATUSES)[number];

/** `cmi.core.score` goes from 0 to this. */
export const MOST_POINTS = 100;

/**
 * The longest that is taken, in characters and seconds. The place is the standard's CMIString255. What is suspended has
 * 4,096 there, which the usual authoring tools exceed; the player's library takes 64,000. Of three bytes each they still
 * fit an item twice over, and cost 192 write units; the page sends once a minute. Nobody sits longer than a day before
 * one package.
 */
export const LONGEST = { location: 255, suspendData: 64_000, sessionSeconds: 86_400 } as const;

/**
 * The most lessons that one package may have. Their addresses and titles are one item of a table (400 kB), and a list of
 * more is no table of contents any longer.
 */
export const MOST_LESSONS = 100;
