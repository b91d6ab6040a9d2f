import type { RouteName } from '../api/types.ts';

/**
 * Reads whose last good answer stays on the device: what learners and visitors need to see again without a network.
 * Registers with names, item banks and reviews with their right answers are asked for every time.
 */
const KEPT: Readonly<Partial<Record<RouteName, 'everybody' | 'person'>>> = {
  listCourses: 'everybody',
  getCourse: 'everybody',
  getLesson: 'everybody',
  listCourseQuizzes: 'everybody',
  getQuiz: 'everybody',
  getPublicFigures: 'everybody',
  getMe: 'person',
  listMyEnrolments: 'person',
  listMyAttempts: 'person',
  listCourseMedia: 'person',
};

export type KeptAnswer<T = unknown> = {
  readonly body: T;
  /** When it was received, ms since 1970 by the device's clock. */
  readonly at: number;
};

/** What is known of an entry without its body: enough to decide which must go. */
export type KeptEntry = { readonly key: string; readonly at: number; readonly chars: number };

const DAY_MS = 24 * 60 * 60 * 1000;
/** An answer older than this misleads more than it helps. */
export const MAX_AGE_MS = 60 * DAY_MS;
/** Together about 8 MB as the browser stores text: a learner's courses and lessons are a twentieth of that. */
export const MAX_CHARS = 4_000_000;

const EVERYBODY = 'everybody';
/** How keys begin of what is a person's own, or everybody's. */
export const ownerPrefix = (personId: string | undefined) => `${personId ?? EVERYBODY} `;

/**
 * The key of a route's answer at an address, for whoever is signed in; undefined when it is not kept. What is the same
 * for everybody is stored once, what is a person's own under that person.
 */
export const keptKey = (
  name: RouteName,
  address: string,
  personId: string | undefined,
): string | undefined => {
  const whose = KEPT[name];
  if (whose === 'everybody') return ownerPrefix(undefined) + address;
  return whose === 'person' && personId ? ownerPrefix(personId) + address : undefined;
};

/** Whose an entry is, by its key; undefined when it is everybody's. */
export const ownerOf = (key: string): string | undefined => {
  const owner = key.slice(0, key.indexOf(' '));
  return owner === EVERYBODY ? undefined : owner;
};

/** Whether an entry is the own of somebody who is not, or no longer, among the people of this device. */
export const isOfStranger = (key: string, peopleHere: ReadonlySet<string>): boolean => {
  const owner = ownerOf(key);
  return owner !== undefined && !peopleHere.has(owner);
};

/** A refusal after which the earlier answer must not be shown again: it is gone, or not for this person any more. */
export const isWithdrawn = (status: number): boolean => status === 403 || status === 404 || status === 410;

/**
 * The entries to remove: those too old, then the oldest until the rest fits. What belongs to a download stays, because
 * the person asked for it.
 */
export const surplus = (
  entries: readonly KeptEntry[],
  now: number,
  pinned: ReadonlySet<string>,
): string[] => {
  const loose = entries.filter(({ key }) => !pinned.has(key)).toSorted((a, b) => b.at - a.at);
  let chars = 0;
  return loose
    .filter((entry) => {
      if (now - entry.at > MAX_AGE_MS) return true;
      chars += entry.chars;
      return chars > MAX_CHARS;
    })
    .map(({ key }) => key);
};
