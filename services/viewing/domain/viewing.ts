import { type Interval, merged, secondsIn, within } from './intervals.ts';

/** What the media service tells of a recording once it is ready. */
export type WatchedAsset = {
  readonly assetId: string;
  readonly courseId?: string;
  readonly durationSeconds: number;
  /** What it is, as the media service names it; absent from what was made ready before that was told. */
  readonly kind?: string;
  /** Of a package with several lessons: how many. */
  readonly lessons?: number;
};

/** What a player saw in about a minute. */
export type Beat = {
  readonly sessionId: string;
  /** Counts the beats of a session from 1. */
  readonly beatNo: number;
  /** Where the viewer is after it, seconds. */
  readonly position: number;
  /** Seconds that really played. */
  readonly watched: readonly Interval[];
  /** When it was seen by the service's clock, ms since 1970 (`seenAt`). */
  readonly at: number;
};

/** What is known of one person and one recording. */
export type Viewing = {
  readonly personId: string;
  readonly assetId: string;
  readonly courseId?: string;
  readonly durationSeconds: number;
  readonly watched: readonly Interval[];
  readonly position: number;
  /** When the position was reached, ms since 1970. */
  readonly positionAt: number;
  /** The last beat taken of each of the newest sessions. */
  readonly sessions: Readonly<Record<string, number>>;
  readonly finished: boolean;
  readonly version: number;
};

/** Credits and a goodbye need not be watched. */
const FINISHED_PERCENT = 90;
/** A person has a few devices; older sessions are over. */
const SESSIONS_KEPT = 8;
/** What is kept at most: one write has to fit into an item, and nobody watches in more pieces than this. */
const INTERVALS_KEPT = 500;
/** Beats of a device that was without network for longer are taken, but as if they were this old. Ms. */
const OLDEST_MS = 30 * 24 * 3_600_000;

/**
 * When a beat was seen, by the service's clock: as long before its arrival as it was old when the device sent it. A
 * device's wrong time cancels out; one that was set on the way in between cannot lead into the future.
 */
export const seenAt = (beatAt: number, sentAt: number, receivedAt: number): number =>
  receivedAt - Math.min(OLDEST_MS, Math.max(0, sentAt - beatAt));

export const newViewing = (
  personId: string,
  { assetId, courseId, durationSeconds }: WatchedAsset,
): Viewing => ({
  ...{ personId, assetId, durationSeconds },
  ...(courseId && { courseId }),
  watched: [],
  position: 0,
  positionAt: 0,
  sessions: {},
  finished: false,
  version: 0,
});

export const percentSeen = ({ watched, durationSeconds }: Viewing): number =>
  durationSeconds === 0 ? 100 : Math.min(100, Math.floor((100 * secondsIn(watched)) / durationSeconds));

/** Number of a session's last beat. Devices make its name up, and it may be one that every object answers to. */
const lastOf = (sessions: Viewing['sessions'], sessionId: string): number =>
  Object.hasOwn(sessions, sessionId) ? (sessions[sessionId] ?? 0) : 0;

/** Where a beat stands against those of its session: one that was overtaken no longer says where the viewer is. */
const isNewest = ({ sessions, positionAt }: Viewing, { sessionId, beatNo, at }: Beat): boolean =>
  beatNo > lastOf(sessions, sessionId) && at >= positionAt;

/** Sessions in the order of their last beat; objects keep the order in which names were added. */
const noted = (sessions: Viewing['sessions'], { sessionId, beatNo }: Beat): Viewing['sessions'] => {
  const { [sessionId]: _, ...others } = sessions;
  const kept = Object.entries(others).slice(1 - SESSIONS_KEPT);
  return Object.fromEntries([...kept, [sessionId, Math.max(lastOf(sessions, sessionId), beatNo)]]);
};

const afterBeat = (viewing: Viewing, beat: Beat): Viewing => ({
  ...viewing,
  watched: merged([...viewing.watched, ...within(beat.watched, viewing.durationSeconds)]),
  sessions: noted(viewing.sessions, beat),
  ...(isNewest(viewing, beat) && {
    position: Math.min(beat.position, viewing.durationSeconds),
    positionAt: beat.at,
  }),
});

/**
 * What is known after beats that may come late, twice and in any order. The seconds are a set, so that they end the same
 * in every order; the position is that of the newest beat. The same object when nothing was new.
 */
export function afterBeats(before: Viewing, beats: readonly Beat[]): Viewing {
  const after = beats.toSorted((a, b) => a.at - b.at || a.beatNo - b.beatNo).reduce(afterBeat, before);
  const isNew =
    secondsIn(after.watched) > secondsIn(before.watched) ||
    after.positionAt !== before.positionAt ||
    after.position !== before.position;
  if (!isNew) return before;
  // Beyond the limit the newest pieces are let go: what is counted already stays counted.
  const watched = after.watched.length > INTERVALS_KEPT ? before.watched : after.watched;
  const next = { ...after, watched, version: before.version + 1 };
  return { ...next, finished: before.finished || percentSeen(next) >= FINISHED_PERCENT };
}

/** Whole seconds that the later of two states has and the earlier had not. */
export const newSeconds = (before: Viewing, after: Viewing): number =>
  secondsIn(after.watched) - secondsIn(before.watched);
