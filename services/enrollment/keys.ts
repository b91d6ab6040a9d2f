/**
 * Seats and enrolments. Access patterns:
 * AP1 run by id                   RUN#r / META
 * AP2 enrolment of a person       RUN#r / PERSON#p
 * AP3 first in the queue          RUN#r / WAIT#ticket, ascending
 * AP4 enrolments of a run         RUN#r / PERSON#…
 * AP5 enrolments of a person      gsi1: PERSON#p / RUN#r
 * AP6 to AP11 are in course-store.ts, AP12 to AP16 in progress-store.ts.
 */
export const runKey = (runId: string) => ({ pk: `RUN#${runId}`, sk: 'META' });
export const enrolmentKey = (runId: string, personId: string) => ({
  pk: `RUN#${runId}`,
  sk: `PERSON#${personId}`,
});
export const ticketKey = (runId: string, ticket: number) => ({
  pk: `RUN#${runId}`,
  sk: `WAIT#${String(ticket).padStart(10, '0')}`,
});
