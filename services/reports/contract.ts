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

export const reportRoutes = {
  getOverview: route({
    method: 'GET',
    path: '/v1/overview',
    roles: ['director', 'training-head', 'finance-head'],
    summary: 'The figures of the school year so far and of the last days, with their sources',
    answers: {
      200: z.object({
        asOf: Instant,
        schoolYear: z.string(),
        figures: z.array(Figure),
        days: z.array(z.object({ day: Day, figures: z.array(Figure) })),
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
