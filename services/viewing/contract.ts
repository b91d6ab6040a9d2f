import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, Instant } from '#shared/contract/values.ts';
import { packageRoutes } from './contract-packages.ts';

/** Twentieths of a recording (domain/audience.ts). */
const BINS = 20;

/** Nothing longer is published: 12 hours. */
const Seconds = z.int().min(0).max(43_200);

/** A minute of playing at twice the speed, with room for a device that was late. */
const MOST_SECONDS_OF_A_BEAT = 300;

const Beat = z.strictObject({
  assetId: Id,
  /** One per start of the player. */
  sessionId: z.string().regex(/^[\w-]{8,64}$/),
  beatNo: z.int().min(1).max(100_000),
  /** When it was seen, by the clock of the device. */
  at: Instant,
  position: Seconds,
  /** Seconds of the recording that really played, from and up to; what was skipped lies between them. */
  watched: z
    .array(z.tuple([Seconds, Seconds]))
    .max(30)
    .refine((spans) => spans.every(([from, to]) => from <= to), 'ends before it begins')
    .refine(
      (spans) => spans.reduce((sum, [from, to]) => sum + to - from, 0) <= MOST_SECONDS_OF_A_BEAT,
      'is more than a beat can hold',
    ),
});

const Position = z
  .object({
    assetId: Id,
    courseId: Id.optional(),
    /** Where to go on, seconds. */
    position: z.int(),
    durationSeconds: z.int(),
    coveredPercent: z.int(),
    finished: z.boolean(),
    seenAt: Instant,
  })
  .meta({ id: 'WatchPosition' });

const Audience = z
  .object({
    viewers: z.int(),
    finished: z.int(),
    /** People who have not finished, by the twentieth of the recording in which they stopped. */
    stopped: z.array(z.int()).length(BINS),
  })
  .meta({ id: 'Audience' });

export const viewingRoutes = {
  ...packageRoutes,
  recordViewing: route({
    method: 'POST',
    path: '/v1/viewing/beats',
    roles: 'anyone',
    summary: 'What was really watched, about a minute a beat; safe to send twice, late and in any order',
    body: z.strictObject({
      /** When this is sent, by the same clock as the beats: a wrong time cancels out. */
      sentAt: Instant,
      beats: z.array(Beat).min(1).max(50),
    }),
    /** Beats of recordings that nobody knows are taken and dropped, so that a device can let go of them. */
    answers: { 200: z.object({ recorded: z.int() }) },
    refusals: ['conflict'],
  }),
  listMyViewing: route({
    method: 'GET',
    path: '/v1/viewing/positions',
    roles: 'anyone',
    summary: 'Where the caller stopped in recordings, the newest fifty first',
    answers: { 200: z.object({ positions: z.array(Position) }) },
  }),
  getAudience: route({
    method: 'GET',
    path: '/v1/media/{assetId}/audience',
    roles: ['content-staff', 'training-head', 'director'],
    summary: 'How many watched a recording and finished it, and where the others stopped',
    params: z.object({ assetId: Id }),
    answers: { 200: Audience },
  }),
  getClassAudience: route({
    method: 'GET',
    path: '/v1/media/{assetId}/audience/{classId}',
    roles: ['teacher', 'training-head'],
    summary: 'The same for the learners of one class; a teacher asks for own classes',
    params: z.object({ assetId: Id, classId: Id }),
    answers: { 200: Audience.extend({ learners: z.int() }) },
    refusals: ['not-found'],
  }),
};
