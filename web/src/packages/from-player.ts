import { LESSON_STATUSES, LONGEST, MOST_POINTS } from '../../../shared/contract/package-data.ts';
import type { Commit, FromPlayer, Score } from '../../package-player/src/protocol.ts';

type Bare = Readonly<Record<string, unknown>>;

/** What is said without more words. */
const WORDS = ['opened', 'closed', 'no-cookies', 'ended'] as const;

const bareOf = (value: unknown): Bare | undefined =>
  typeof value === 'object' && value !== null ? (value as Bare) : undefined;

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

const isUpTo = (value: unknown, most: number): value is number =>
  typeof value === 'number' && value >= 0 && value <= most;

const isLeftOr = (value: unknown, most: number): value is number | undefined =>
  value === undefined || isUpTo(value, most);

function scoreOf(value: unknown): Score | undefined {
  const { raw, min, max } = bareOf(value) ?? {};
  if (!(isUpTo(raw, MOST_POINTS) && isLeftOr(min, MOST_POINTS) && isLeftOr(max, MOST_POINTS)))
    return undefined;
  return { raw, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function commitOf(value: unknown): Commit | undefined {
  const { status: said, location, suspendData, score: told, sessionSeconds } = bareOf(value) ?? {};
  const status = LESSON_STATUSES.find((known) => known === said);
  const score = scoreOf(told);
  if (!(status && isText(location, LONGEST.location) && isText(suspendData, LONGEST.suspendData)))
    return undefined;
  if (!(isUpTo(sessionSeconds, LONGEST.sessionSeconds) && Number.isInteger(sessionSeconds))) return undefined;
  if (told !== undefined && !score) return undefined;
  return { status, location, suspendData, ...(score && { score }), sessionSeconds };
}

/**
 * What came over the port, where it is something that the player says; undefined for anything else. A package can reach
 * the player's end, and what it says there is written to the storage of the site.
 */
export function fromPlayer(data: unknown): FromPlayer | undefined {
  const { kind: said, commit: told } = bareOf(data) ?? {};
  const kind = WORDS.find((known) => known === said);
  if (kind) return { kind };
  const commit = said === 'commit' ? commitOf(told) : undefined;
  return commit && { kind: 'commit', commit };
}
