import { LESSON_STATUSES, LONGEST, MOST_POINTS } from '../../../shared/contract/package-data.ts';
import type { Commit, Score, Start } from './protocol.ts';

/** Nobody outside learns who somebody is: packages are told this instead of a name. */
const SOMEBODY = { student_id: 'hoc-vien', student_name: 'Học viên' };

/** Seconds as `CMITimespan` writes them: HHHH:MM:SS. */
export function timespanOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** The other way; 0 for what is no timespan. */
export function secondsOf(timespan: unknown): number {
  const [, hours, minutes, seconds] = /^(\d{2,4}):(\d{2}):(\d{2})(\.\d+)?$/.exec(textOf(timespan)) ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

const entryOf = ({
  earlierSessions,
  location,
  suspendData,
}: Pick<Start, 'earlierSessions' | 'location' | 'suspendData'>) => {
  if (earlierSessions === 0) return 'ab-initio';
  return location || suspendData ? 'resume' : '';
};

/** The data model as the run-time environment lays it before the package (SCORM 1.2, 3.4.4). */
export const modelOf = ({ status, location, suspendData, score, totalSeconds, earlierSessions }: Start) => ({
  core: {
    ...SOMEBODY,
    lesson_location: location,
    credit: 'credit',
    // Left out, the library knows that the package has said nothing of it yet.
    ...(status !== 'not attempted' && { lesson_status: status }),
    entry: entryOf({ earlierSessions, location, suspendData }),
    ...(score && { score: textsOf(score) }),
    total_time: timespanOf(totalSeconds),
    lesson_mode: 'normal',
  },
  suspend_data: suspendData,
});

const textsOf = (score: Score): Record<string, string> =>
  Object.fromEntries(Object.entries(score).map(([name, value]) => [name, String(value)]));

const numberOf = (text: unknown): number | undefined => {
  const number = typeof text === 'number' || textOf(text) !== '' ? Number(text) : Number.NaN;
  return number >= 0 && number <= MOST_POINTS ? number : undefined;
};

function scoreOf(score: Readonly<Record<string, unknown>> = {}): Score | undefined {
  const [raw, min, max] = [numberOf(score.raw), numberOf(score.min), numberOf(score.max)];
  if (raw === undefined) return undefined;
  return { raw, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the library gives of its data model; all of it may be of the package's making. */
export type Model = {
  readonly core?: Readonly<Record<string, unknown>> & { readonly score?: Readonly<Record<string, unknown>> };
  readonly suspend_data?: unknown;
};

/**
 * What is to be kept of a data model. Many packages never tell how long they were used: then it is as long as they were
 * seen, `seenSeconds`. The library keeps to what is longest, a package that goes around it does not.
 */
export function commitOf({ core = {}, suspend_data }: Model, seenSeconds: number): Commit {
  const status = LESSON_STATUSES.find((known) => known === core.lesson_status) ?? 'not attempted';
  const score = scoreOf(core.score);
  const seconds = secondsOf(core.session_time) || seenSeconds;
  return {
    status,
    location: textOf(core.lesson_location).slice(0, LONGEST.location),
    suspendData: textOf(suspend_data).slice(0, LONGEST.suspendData),
    ...(score && { score }),
    sessionSeconds: Math.min(LONGEST.sessionSeconds, Math.floor(seconds)),
  };
}
