import type { BodyOf, RouteName } from '../api/types.ts';

/** Whose a kept answer is, and the lists in it, which pages go through without asking whether they are there. */
type Rule<N extends RouteName> = {
  readonly whose: 'everybody' | 'person';
  readonly lists: readonly Extract<keyof BodyOf<N>, string>[];
};

/**
 * Reads whose last good answer stays on the device: what learners and visitors need to see again without a network.
 * Registers with names, item banks and reviews with their right answers are asked for every time. Lists that come in
 * pages are desks' registers, so none of them is here.
 */
const KEPT: { readonly [N in RouteName]?: Rule<N> } = {
  listCourses: { whose: 'everybody', lists: ['courses'] },
  getCourse: { whose: 'everybody', lists: ['lessons', 'runs', 'competenceCodes'] },
  getLesson: { whose: 'everybody', lists: [] },
  listCourseQuizzes: { whose: 'everybody', lists: ['quizzes'] },
  getQuiz: { whose: 'everybody', lists: [] },
  getMaterial: { whose: 'everybody', lists: ['competenceCodes'] },
  getPlayable: { whose: 'everybody', lists: [] },
  getPublicFigures: { whose: 'everybody', lists: ['figures'] },
  getCurrentDiagnostic: { whose: 'everybody', lists: [] },
  getMe: { whose: 'person', lists: ['roles', 'classes'] },
  listMyEnrolments: { whose: 'person', lists: ['enrolments'] },
  listMyAttempts: { whose: 'person', lists: ['attempts'] },
  listMyPlacements: { whose: 'person', lists: ['placements'] },
  listCourseMedia: { whose: 'person', lists: ['media'] },
};

/**
 * The shape in which answers are kept. One more than before whenever a field that pages read is renamed, taken away or
 * given another meaning: what was kept before is then asked for anew. New fields need nothing.
 */
export const SHAPE = 1;

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
  const whose = KEPT[name]?.whose;
  if (whose === 'everybody') return ownerPrefix(undefined) + address;
  return whose === 'person' && personId ? ownerPrefix(personId) + address : undefined;
};

/**
 * Whether what lies on the device is an answer that this version of the site can show. Anything else would break the
 * page each time it is drawn from it, without a network for good.
 */
export const isShowable = (name: RouteName, stored: unknown): boolean => {
  const { shape, body, at } = (stored ?? {}) as {
    shape?: unknown;
    body?: Record<string, unknown>;
    at?: unknown;
  };
  if (shape !== SHAPE || typeof at !== 'number' || typeof body !== 'object' || body === null) return false;
  return (KEPT[name]?.lists ?? []).every((list) => Array.isArray(body[list]));
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
