import { device, readJson } from './storage.ts';

/**
 * Runs that a person was seen waiting for on this device. The service tells who has a seat now, not who has just got
 * one; this is how the page knows that there is good news.
 */
const keyOf = (personId: string) => `hvs.waited.${personId}`;

/** Identifiers of the runs. */
export const waitedFor = (personId: string): readonly string[] =>
  readJson<readonly string[]>(device, keyOf(personId)) ?? [];

/** Adds the runs that are waited for now. */
export const noteWaiting = (personId: string, runIds: readonly string[]): void => {
  const all = new Set([...waitedFor(personId), ...runIds]);
  if (runIds.length > 0) device.write(keyOf(personId), JSON.stringify([...all]));
};

/** Forgets a run: the news has been seen. */
export const noteNewsSeen = (personId: string, runId: string): void =>
  void device.write(keyOf(personId), JSON.stringify(waitedFor(personId).filter((one) => one !== runId)));
