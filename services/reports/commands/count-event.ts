import { dayOf } from '#shared/time/local-time.ts';
import { type CountedEvent, tallyOf } from '../domain/figures.ts';
import type { ReportStore } from '../store.ts';

/**
 * Takes an event into the figures of the day it happened; when that day's summary is frozen, into today's as late.
 * `'not-counted'` for an event that no figure counts.
 */
export async function countEvent(
  store: ReportStore,
  event: CountedEvent & { readonly eventId: string },
  now: string,
): Promise<'counted' | 'repeated' | 'not-counted' | 'late'> {
  const { adds, day, schoolYear } = tallyOf(event);
  if (Object.keys(adds).length === 0) return 'not-counted';
  const first = await store.count(event, { day, schoolYear, late: false }, adds);
  if (first !== 'frozen') return first;
  const second = await store.count(event, { day: dayOf(now), schoolYear, late: true }, adds);
  if (second === 'frozen') throw new Error(`the summary of ${dayOf(now)} is frozen before its day is over`);
  return second === 'counted' ? 'late' : second;
}
