import { dayOf, schoolYearOf } from '../../../shared/time/local-time.ts';

/** An event as far as figures care. */
export type CountedEvent = {
  readonly detailType: string;
  readonly occurredAt: string;
  readonly data: unknown;
};

type Figure = {
  readonly code: string;
  readonly event: string;
  /** What one event adds to the figure; 1 when left out. */
  readonly adds?: (data: Readonly<Record<string, unknown>>) => number;
};

type Counted = { readonly passed?: unknown; readonly provisional?: unknown };
const isPass = (mark: unknown): boolean => {
  const { passed, provisional } = (mark ?? {}) as Counted;
  return passed === true && provisional === false;
};

/**
 * Each mark says what the one before it counted for, so the sum over all marks of an attempt is what its last one counts
 * for, in whatever order they come.
 */
const passesAdded = (data: Readonly<Record<string, unknown>>): number =>
  Number(isPass(data)) - Number(isPass(data.before));

/** What is counted, from which event. A figure in a report names its row here, so every number can be followed back. */
export const FIGURES: readonly Figure[] = [
  { code: 'people-registered', event: 'PersonRegistered.v1' },
  { code: 'enrolments-confirmed', event: 'EnrolmentConfirmed.v1' },
  { code: 'enrolments-waitlisted', event: 'EnrolmentWaitlisted.v1' },
  { code: 'attempts-submitted', event: 'AttemptSubmitted.v1' },
  { code: 'attempts-passed', event: 'AttemptGraded.v1', adds: passesAdded },
  { code: 'runs-completed', event: 'RunCompleted.v1' },
  { code: 'recordings-ready', event: 'MediaReady.v1' },
  { code: 'campaign-touches', event: 'TouchRecorded.v1' },
  { code: 'enrolments-attributed', event: 'EnrolmentAttributed.v1' },
];

export type Tally = {
  /** What the event adds to figures, by code; nothing for an event that no figure counts. */
  readonly adds: Readonly<Record<string, number>>;
  readonly day: string;
  readonly schoolYear: string;
};

/** Where an event is counted: the local day and the school year in which it happened. */
export const tallyOf = ({ detailType, occurredAt, data }: CountedEvent): Tally => ({
  adds: Object.fromEntries(
    FIGURES.filter(({ event }) => event === detailType)
      .map(({ code, adds }) => [code, adds?.(data as Readonly<Record<string, unknown>>) ?? 1] as const)
      .filter(([, added]) => added !== 0),
  ),
  day: dayOf(occurredAt),
  schoolYear: schoolYearOf(occurredAt),
});

/** Counts by code, with the time of the last event taken in. */
export type Counts = { readonly values: Readonly<Record<string, number>>; readonly watermark?: string };

export type FigureValue = {
  readonly code: string;
  /** Null when nothing was ever counted: no data is not the same as none. */
  readonly value: number | null;
  readonly source: { readonly events: string[]; readonly watermark?: string };
};

/** All figures of a span. A code is known, and then 0 is a real 0, once `known` has counted it at all. */
export const figuresOf = (counts: Counts | undefined, known: Counts | undefined = counts): FigureValue[] =>
  FIGURES.map(({ code, event }) => ({
    code,
    value: counts?.values[code] ?? (known?.values[code] === undefined ? null : 0),
    source: { events: [event], ...(counts?.watermark && { watermark: counts.watermark }) },
  }));
