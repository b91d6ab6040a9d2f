import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Day, Id, Instant } from '#shared/contract/values.ts';

/** One figure of a summary. `value` null means that no data exist, which is never the same as 0. */
const Figure = z
  .object({
    code: z.string(),
    value: z.int().nullable(),
    /** How the figure is found: the events counted and the last one taken in. */
    source: z.object({ events: z.array(z.string()), watermark: Instant.optional() }),
  })
  .meta({ id: 'Figure' });

const Report = z
  .object({
    reportId: Id,
    kind: z.enum(['daily-summary']),
    day: Day,
    schoolYear: z.string(),
    writtenAt: Instant,
    figures: z.array(Figure),
  })
  .meta({ id: 'Report' });

/** Figures where more is better, and `class-completion`: the percentage of each class that completed a course. */
const TargetCode = z.enum([
  'people-registered',
  'enrolments-confirmed',
  'attempts-submitted',
  'attempts-passed',
  'runs-completed',
  'recordings-ready',
  'campaign-touches',
  'enrolments-attributed',
  'class-completion',
]);

/** What the director wants to reach this school year: a count, or a percentage for `class-completion`. */
const Target = z
  .object({
    code: z.string(),
    /** Null when the target was taken back. */
    value: z.int().nullable(),
    version: z.int(),
    setAt: Instant,
  })
  .meta({ id: 'Target' });

export const reportRoutes = {
  getPublicFigures: route({
    method: 'GET',
    path: '/v1/public-figures',
    roles: 'public',
    summary:
      'A few totals of the school year for everybody; fewer than 10 people and fewer than 50 seats or completed courses are withheld',
    answers: {
      200: z.object({
        asOf: Instant,
        schoolYear: z.string(),
        /** When the last event in these figures happened; absent when there is none. */
        watermark: Instant.optional(),
        figures: z.array(z.object({ code: z.string(), value: z.int().nullable(), withheld: z.boolean() })),
      }),
    },
  }),
  putTarget: route({
    method: 'PUT',
    path: '/v1/targets/{code}',
    roles: ['director'],
    summary: 'Set, change or take back a target of the running school year, if it is as it was read',
    params: z.object({ code: TargetCode }),
    body: z.strictObject({
      value: z.int().min(1).max(1_000_000).nullable(),
      /** The version that was read; 0 when there was none. */
      version: z.int().min(0),
    }),
    answers: { 200: Target },
    refusals: ['target-changed'],
  }),
  getOverview: route({
    method: 'GET',
    path: '/v1/overview',
    roles: ['director', 'training-head', 'finance-head'],
    summary: 'The figures of the school year so far and of the last days, with their sources and targets',
    answers: {
      200: z.object({
        asOf: Instant,
        schoolYear: z.string(),
        figures: z.array(Figure),
        /** Asked for every few seconds: where a figure comes from is said with those of the year alone. */
        days: z.array(z.object({ day: Day, figures: z.array(Figure.pick({ code: true, value: true })) })),
        targets: z.array(Target),
      }),
    },
  }),
  listReports: route({
    method: 'GET',
    path: '/v1/reports',
    roles: ['director', 'training-head', 'finance-head'],
    summary: 'The written reports, newest first',
    query: z.object({ cursor: z.string().max(2000).optional() }),
    answers: { 200: z.object({ reports: z.array(Report), next: z.string().optional() }) },
    refusals: ['invalid-cursor'],
  }),
  openReport: route({
    method: 'GET',
    path: '/v1/reports/{reportId}/document',
    roles: ['director', 'training-head', 'finance-head'],
    summary: 'A signed address, good for five minutes, from which the document can be opened',
    params: z.object({ reportId: Id }),
    answers: { 200: z.object({ url: z.string(), expiresAt: Instant }) },
    refusals: ['not-found'],
  }),
};
