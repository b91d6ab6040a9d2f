import * as z from 'zod';
import { LESSON_STATUSES, LONGEST, MOST_LESSONS, MOST_POINTS } from '#shared/contract/package-data.ts';
import { route } from '#shared/contract/route.ts';
import { Id } from '#shared/contract/values.ts';

const LessonStatus = z.enum(LESSON_STATUSES);

/** Made by the page, one per opening of a package. */
const SessionId = z.string().regex(/^[\w-]{8,64}$/);

/** Which lesson of the package it is, from 1; without it the first. */
const LessonNo = z.int().min(1).max(MOST_LESSONS);

const Points = z.number().min(0).max(MOST_POINTS);
const Score = z.strictObject({ raw: Points, min: Points.optional(), max: Points.optional() });

const Start = z
  .object({
    status: LessonStatus,
    location: z.string(),
    suspendData: z.string(),
    /** As the newest commit had it. */
    score: z.object({ raw: z.number(), min: z.number().optional(), max: z.number().optional() }).optional(),
    totalSeconds: z.int(),
    /** How often the caller had opened it before. */
    earlierSessions: z.int(),
  })
  .meta({ id: 'PackageStart' });

const Progress = z
  .object({
    /** Those that were begun. */
    lessons: z.array(
      z.object({ lesson: z.int(), status: LessonStatus, scoreHundredths: z.int().optional() }),
    ),
  })
  .meta({ id: 'PackageProgress' });

/** What interactive packages (SCORM 1.2) keep of a person. Their word is the device's own: nothing is graded by it. */
export const packageRoutes = {
  startPackageSession: route({
    method: 'POST',
    path: '/v1/viewing/packages/{assetId}/sessions',
    roles: 'anyone',
    summary: 'Begin a session with a package: what it goes on from; the same session may be begun twice',
    params: z.object({ assetId: Id }),
    body: z.strictObject({ sessionId: SessionId, lesson: LessonNo.optional() }),
    answers: { 200: Start },
    refusals: ['not-found', 'conflict'],
  }),
  commitPackage: route({
    method: 'PUT',
    path: '/v1/viewing/packages/{assetId}/sessions/{sessionId}/commits/{commitNo}',
    roles: 'anyone',
    summary: 'Keep what a package asked to save; safe to send twice, late and in any order',
    params: z.object({
      assetId: Id,
      sessionId: SessionId,
      commitNo: z.coerce.number().int().min(1).max(100_000),
    }),
    body: z.strictObject({
      lesson: LessonNo.optional(),
      status: LessonStatus,
      location: z.string().max(LONGEST.location),
      suspendData: z.string().max(LONGEST.suspendData),
      score: Score.optional(),
      sessionSeconds: z.int().min(0).max(LONGEST.sessionSeconds),
    }),
    /** The best of all that was committed of this lesson. */
    answers: {
      200: z
        .object({
          status: LessonStatus,
          scoreHundredths: z.int().optional(),
          totalSeconds: z.int(),
        })
        .meta({ id: 'PackageResult' }),
    },
    refusals: ['not-found', 'conflict'],
  }),
  getPackageProgress: route({
    method: 'GET',
    path: '/v1/viewing/packages/{assetId}/lessons',
    roles: 'anyone',
    summary: 'How far the caller has come in each lesson of a package that has several',
    params: z.object({ assetId: Id }),
    answers: { 200: Progress },
  }),
};
