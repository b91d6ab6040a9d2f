import { dayOf, schoolYearOf } from '#shared/time/local-time.ts';
import { figuresOf } from '../domain/figures.ts';
import type { ReportStore, WrittenSummary } from '../store.ts';
import type { TargetStore } from '../target-store.ts';

const DAYS = 14;

/** Figures and targets of the running school year, and the last fourteen days that have any figure, oldest first. */
export async function overview(store: ReportStore, targetStore: TargetStore, at: string) {
  const schoolYear = schoolYearOf(at);
  const [year, days, targets] = await Promise.all([
    store.findYear(schoolYear),
    store.lastDays(dayOf(at), DAYS),
    targetStore.targetsOf(schoolYear),
  ]);
  return {
    asOf: at,
    schoolYear,
    figures: figuresOf(year),
    days: days.reverse().map((counts) => ({ day: counts.day, figures: figuresOf(counts, year) })),
    targets,
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
