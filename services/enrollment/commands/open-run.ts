import { CourseRunOpenedV1 } from '#events/enrollment/course-run-opened.v1.ts';
import { type Cause, outboxEntry, outboxWith } from '#shared/messaging/outbox.ts';
import type { CourseStore, RunDetails } from '../course-store.ts';
import { runDates } from '../domain/course.ts';

export type OpenRun = Pick<
  RunDetails,
  'runId' | 'courseId' | 'code' | 'mode' | 'room' | 'seats' | 'startsOn' | 'endsOn'
> & {
  readonly requestKey: string;
};

/** Opens a run with all seats free; on a repeat, the run that the first request opened. */
export async function openRun(
  store: CourseStore,
  { requestKey, ...command }: OpenRun,
  cause: Cause,
): Promise<{ runId: string } | 'not-found' | 'ends-before-it-starts'> {
  if (runDates(command.startsOn, command.endsOn) !== 'ok') return 'ends-before-it-starts';
  if (!(await store.findCourse(command.courseId))) return 'not-found';
  const { runId, courseId, mode, seats, startsOn, endsOn } = command;
  const entry = outboxEntry(CourseRunOpenedV1, { runId, courseId, mode, seats, startsOn, endsOn }, cause, {
    eventId: `${runId}-1`,
    aggregate: { type: 'course-run', id: runId, version: 1 },
  });
  const request = { actor: cause.actor, route: `open-run/${courseId}`, key: requestKey, at: cause.at };
  const run: RunDetails = { ...command, taken: 0, waiting: 0, open: true };
  const saved = await store.saveRun(run, outboxWith(entry), request);
  if (saved === 'saved') return { runId };
  return { runId: (await store.findEarlier(request)) ?? runId };
}
