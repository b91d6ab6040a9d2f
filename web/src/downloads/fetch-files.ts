import { fetchMedia } from '../media-pass/fetch-media.ts';

/** The worker answers from this cache (web/service-worker/caches.ts). */
const MEDIA_CACHE = 'hvs-media';
/** Files on their way at once: on a slow line the waiting for each answer takes longer than the file. */
const LANES = 3;

/** The file is not to be had: withdrawn, or forbidden. A lack of network is the TypeError of `fetch`. */
export class Unavailable extends Error {}

const openMedia = () => caches.open(MEDIA_CACHE);
const sizeOf = (stored: Response) => Number(stored.headers.get('content-length') ?? 0);

/** Stores a body under an address of this site, with its length, which tells later how much is here. */
const store = async (cache: Cache, address: string, body: Blob, type: string | null): Promise<number> => {
  const headers = { 'content-length': String(body.size), ...(type && { 'content-type': type }) };
  await cache.put(address, new Response(body, { headers }));
  return body.size;
};

const fetchOne = async (address: string, signal: AbortSignal): Promise<Response> => {
  const answer = await fetchMedia(address, { signal });
  if (!answer.ok) throw new Unavailable(`${address} answered ${answer.status}`);
  return answer;
};

/** The text at an address, from the device when it is here; kept there otherwise. */
export const fetchText = async (address: string, signal: AbortSignal): Promise<string> => {
  const cache = await openMedia();
  const kept = await cache.match(address);
  if (kept) return kept.text();
  const answer = await fetchOne(address, signal);
  const text = await answer.text();
  await store(cache, address, new Blob([text]), answer.headers.get('content-type'));
  return text;
};

/** Keeps a text of our own making at an address. */
export const keepText = async (address: string, text: string, type: string): Promise<void> => {
  await store(await openMedia(), address, new Blob([text]), type);
};

/** Fetches the files that are not here yet, a few at once; tells the bytes of each, also of those that were here. */
export const fetchFiles = async (
  addresses: readonly string[],
  signal: AbortSignal,
  onFile: (bytes: number) => Promise<void>,
): Promise<void> => {
  const cache = await openMedia();
  const left = [...addresses];
  const lane = async (): Promise<void> => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      signal.throwIfAborted();
      const kept = await cache.match(address);
      const answer = kept ?? (await fetchOne(address, signal));
      const bytes = kept
        ? sizeOf(kept)
        : await store(cache, address, await answer.blob(), answer.headers.get('content-type'));
      await onFile(bytes);
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    // One lane failed: the others end with the file they are at.
    left.length = 0;
  }
};

export const removeFiles = async (addresses: readonly string[]): Promise<void> => {
  const cache = await openMedia();
  await Promise.all(addresses.map((address) => cache.delete(address)));
};
