/** Milliseconds after its start for which a document's first answers are as good as new ones. */
const FRESH_MS = 30_000;

/** Requests that the document made before any script had arrived (web/shells/boot.js), by address. */
type Started = Record<string, Promise<Response>>;

/**
 * The answer that the document already asked for, once: a second request for the same address is a new one. Undefined
 * when there is none, or when the page has been open for so long that the answer may be out of date.
 */
export const takeStarted = (method: string | undefined, address: string): Promise<Response> | undefined => {
  if (method !== 'GET') return undefined;
  const started = (globalThis as { hvsStarted?: Started }).hvsStarted;
  const answer = started?.[address];
  if (answer) delete started[address];
  return performance.now() < FRESH_MS ? answer : undefined;
};
