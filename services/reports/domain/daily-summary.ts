import { addDays, dayOf, schoolYearOf, startOfDay } from '../../../shared/time/local-time.ts';
import { type Counts, type FigureValue, figuresOf } from './figures.ts';

/** A summary of one day, frozen: what comes in later belongs to a later summary. */
export type DailySummary = {
  readonly reportId: string;
  readonly day: string;
  readonly schoolYear: string;
  readonly frozenAt: string;
  readonly figures: readonly FigureValue[];
  readonly yearToDate: readonly FigureValue[];
  /** Events of earlier days that came too late for their own summary and are counted here. */
  readonly late: number;
};

/** The job that is due on a day sums up the day before it, which is over everywhere in the centre. */
export const dayToSummarise = (dueAt: string): string => addDays(dayOf(dueAt), -1);

export const freeze = (input: {
  readonly reportId: string;
  readonly day: string;
  readonly at: string;
  readonly dayCounts: (Counts & { readonly late: number }) | undefined;
  readonly yearCounts: Counts | undefined;
}): DailySummary => ({
  reportId: input.reportId,
  day: input.day,
  schoolYear: schoolYearOf(startOfDay(input.day)),
  frozenAt: input.at,
  figures: figuresOf(input.dayCounts, input.yearCounts),
  yearToDate: figuresOf(input.yearCounts),
  late: input.dayCounts?.late ?? 0,
});
