import { expect } from 'vitest';
import { campaignRoutes } from '../../services/campaigns/contract.ts';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { reportRoutes } from '../../services/reports/contract.ts';
import type { BusyDay } from './busy-day.ts';
import type { Centre } from './centre.ts';
import { distinctEvents, type StoredEvent } from './stored-events.ts';

type Count = (events: readonly StoredEvent[]) => number;
const ofType =
  (detailType: string, which: (data: StoredEvent['data']) => boolean = () => true): Count =>
  (events) =>
    events.filter((event) => event.detailType === detailType && which(event.data)).length;

/** The figures of the reports, counted anew from the archive, in words of their own. */
const FIGURES: Readonly<Record<string, Count>> = {
  'people-registered': ofType('PersonRegistered.v1'),
  'enrolments-confirmed': ofType('EnrolmentConfirmed.v1'),
  'enrolments-waitlisted': ofType('EnrolmentWaitlisted.v1'),
  'attempts-submitted': ofType('AttemptSubmitted.v1'),
  'attempts-passed': ofType('AttemptGraded.v1', ({ passed }) => passed === true),
  'runs-completed': ofType('RunCompleted.v1'),
  'campaign-touches': ofType('TouchRecorded.v1'),
  'enrolments-attributed': ofType('EnrolmentAttributed.v1'),
};

const idsOf = (events: readonly StoredEvent[], detailType: string, field: string): string[] =>
  events.flatMap((event) => (event.detailType === detailType ? [String(event.data[field])] : [])).sort();

async function checkSeats({ admin }: Centre, { runId, seats }: BusyDay, events: readonly StoredEvent[]) {
  const { enrolments } = await admin.ok(enrollmentRoutes.listRunEnrolments, { params: { runId } });
  const holding = enrolments.filter(({ status }) => status === 'confirmed' || status === 'completed');
  expect(holding).toHaveLength(seats);
  expect(new Set(enrolments.map(({ personId }) => personId)).size).toBe(enrolments.length);
  const given = idsOf(events, 'EnrolmentConfirmed.v1', 'enrolmentId');
  const givenUp = events.filter(
    ({ detailType, data }) => detailType === 'EnrolmentCancelled.v1' && data.heldSeat === true,
  );
  expect(given.length - givenUp.length).toBe(seats);
  expect(new Set(given).size).toBe(given.length);
  return enrolments;
}

async function checkCampaign({ staff }: Centre, { campaignId }: BusyDay, events: readonly StoredEvent[]) {
  const counted = await staff['youth-union'].ok(campaignRoutes.getCampaign, { params: { campaignId } });
  const touches = ofType('TouchRecorded.v1')(events);
  const visitors = ofType('TouchRecorded.v1', ({ firstOfVisitor }) => firstOfVisitor === true)(events);
  const brought = idsOf(events, 'EnrolmentAttributed.v1', 'enrolmentId');
  expect(counted).toMatchObject({ touches, visitors, enrolments: brought.length });
  expect(brought).toEqual(idsOf(events, 'EnrolmentConfirmed.v1', 'enrolmentId'));
}

/**
 * Nothing lost and nothing doubled: what people were told, what the services hold, what was put on the bus and what
 * the reports counted are the same day.
 */
export async function checkBooks(centre: Centre, day: BusyDay, dataFolder: string): Promise<void> {
  const events = distinctEvents(dataFolder);
  const enrolments = await checkSeats(centre, day, events);
  await checkCampaign(centre, day, events);
  const handedIn = [...day.marks.keys()].sort();
  expect(idsOf(events, 'AttemptSubmitted.v1', 'attemptId')).toEqual(handedIn);
  expect(idsOf(events, 'AttemptGraded.v1', 'attemptId')).toEqual(handedIn);
  for (const { detailType, data } of events)
    if (detailType === 'AttemptGraded.v1')
      expect(data.scoreHundredths).toBe(day.marks.get(String(data.attemptId)));
  const completed = enrolments.filter(({ status }) => status === 'completed');
  expect(completed).toHaveLength([...day.marks.values()].filter((mark) => mark >= 500).length);
  expect(idsOf(events, 'RunCompleted.v1', 'enrolmentId')).toEqual(
    completed.map(({ enrolmentId }) => enrolmentId).sort(),
  );
  const overview = await centre.staff.director.ok(reportRoutes.getOverview);
  const figures = Object.fromEntries(overview.figures.map(({ code, value }) => [code, value ?? 0]));
  for (const [code, count] of Object.entries(FIGURES))
    expect([code, figures[code]]).toEqual([code, count(events)]);
  expect(figures['people-registered']).toBe(centre.people);
}
