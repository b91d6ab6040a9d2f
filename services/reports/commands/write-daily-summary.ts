import type { Cause } from '#shared/messaging/outbox.ts';
import { schoolYearOf, startOfDay } from '#shared/time/local-time.ts';
import { type DailySummary, dayToSummarise, freeze } from '../domain/daily-summary.ts';
import { documentKey, summaryDocument, type Words } from '../domain/summary-document.ts';
import { written } from '../events-out.ts';
import type { ReportDocuments } from '../objects.ts';
import type { ReportStore } from '../store.ts';

type Tools = { readonly store: ReportStore; readonly documents: ReportDocuments; readonly words: Words };

/**
 * Freezes the day before `dueAt`, writes its document, lists the report: three steps, each of which finds out whether
 * it was done before, so a run that crashed is finished by the next and a second run changes nothing.
 */
export async function writeDailySummary(
  { store, documents, words }: Tools,
  command: { readonly dueAt: string; readonly reportId: string },
  cause: Cause,
): Promise<{ readonly reportId: string; readonly day: string } | 'conflict'> {
  const day = dayToSummarise(command.dueAt);
  const summary = (await store.findSummary(day)) ?? (await freezeDay(store, day, command.reportId, cause.at));
  if (summary === 'conflict') return summary;
  const { reportId } = summary;
  if ('writtenAt' in summary && summary.writtenAt) return { reportId, day };
  await documents.write(documentKey(day), summaryDocument(summary, words));
  await store.saveWritten({ ...summary, writtenAt: cause.at }, written(summary, cause));
  return { reportId, day };
}

async function freezeDay(
  store: ReportStore,
  day: string,
  reportId: string,
  at: string,
): Promise<DailySummary | 'conflict'> {
  const [dayCounts, yearCounts] = await Promise.all([
    store.findDay(day),
    store.findYear(schoolYearOf(startOfDay(day))),
  ]);
  const summary = freeze({ reportId, day, at, dayCounts, yearCounts });
  return (await store.saveFrozen(summary, dayCounts)) === 'saved' ? summary : 'conflict';
}
