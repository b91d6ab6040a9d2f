import { schoolYearOf } from '#shared/time/local-time.ts';
import { publicFigures } from '../domain/public-figures.ts';
import type { ReportStore } from '../store.ts';

/** Totals of the running school year that anybody may see, with the time of the last event in them. */
export async function publicFiguresAt(store: ReportStore, at: string) {
  const schoolYear = schoolYearOf(at);
  const counts = await store.findYear(schoolYear);
  return {
    schoolYear,
    asOf: at,
    ...(counts?.watermark && { watermark: counts.watermark }),
    figures: publicFigures(counts),
  };
}
