import { dayOf, schoolYearOf } from '#shared/time/local-time.ts';
import { figuresOf } from '../domain/figures.ts';
import type { ReportStore, WrittenSummary } from '../store.ts';

const DAYS = 14;

/** Figures of the running school year and of the last fourteen days that have any, oldest first. */
export async function overview(store: ReportStore, at: string) {
  const schoolYear = schoolYearOf(at);
  const [year, days] = await Promise.all([store.findYear(schoolYear), store.lastDays(dayOf(at), DAYS)]);
  return {
    asOf: at,
    schoolYear,
    figures: figuresOf(year),
    days: days.reverse().map((counts) => ({ day: counts.day, figures: figuresOf(counts, year) })),
  };
}

export const reportView = ({ reportId, day, schoolYear, writtenAt, figures }: WrittenSummary) => ({
  reportId,
  kind: 'daily-summary' as const,
  day,
  schoolYear,
  writtenAt,
  figures: [...figures],
});
