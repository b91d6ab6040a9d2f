import { device, readJson } from './storage.ts';

/**
 * What a person ticked off in the practices of a lesson, on this device only and apart for each person: trying things
 * out is nobody else's business. Things are known by their words, so that a reworded one is open again.
 */
type Ticked = Readonly<Record<string, readonly string[]>>;

const keyOf = (personId: string | undefined) => `hvs.practice.${personId ?? 'guest'}`;

/** Words of the things that are ticked off at `place`, for example a course and the number of its lesson. */
export const tickedAt = (personId: string | undefined, place: string): readonly string[] =>
  readJson<Ticked>(device, keyOf(personId))?.[place] ?? [];

/** Keeps what is ticked off at `place`. */
export const keepTicked = (personId: string | undefined, place: string, words: readonly string[]): void => {
  const before = readJson<Ticked>(device, keyOf(personId)) ?? {};
  device.write(keyOf(personId), JSON.stringify({ ...before, [place]: words }));
};
