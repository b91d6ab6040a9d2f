import { fetchMedia } from '../media-pass/fetch-media.ts';

/** The worker answers from this cache (web/service-worker/caches.ts). */
const MEDIA_CACHE = 'hvs-media';
/** A recording in one file is fetched by the piece: a line that breaks, or a pause, costs one of them and not the file. */
const PIECE_BYTES = 2_000_000;
const IN_PIECES = /\/lesson\.mp4$/;
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

const fetchOne = async (
  address: string,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const answer = await fetchMedia(address, { signal, headers });
  if (!answer.ok) throw new Unavailable(`${address} answered ${answer.status}`);
  return answer;
};

const fetchInto = async (cache: Cache, address: string, signal: AbortSignal): Promise<number> => {
  const answer = await fetchOne(address, signal);
  return store(cache, address, await answer.blob(), answer.headers.get('content-type'));
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

/** How large the whole is of which an answer is a part; without a word about it the answer is the whole. */
const wholeSize = (answer: Response, body: Blob): number =>
  Number(answer.headers.get('content-range')?.split('/')[1] ?? body.size);

type Piece = { readonly body: Blob; readonly ofBytes: number };

/** The piece that begins at a byte, which stays on the device beside its file until that is whole. */
const pieceFrom = async (
  cache: Cache,
  address: string,
  from: number,
  signal: AbortSignal,
): Promise<Piece> => {
  const place = `${address}?tu=${from}`;
  const kept = await cache.match(place);
  const answer =
    kept ?? (await fetchOne(address, signal, { range: `bytes=${from}-${from + PIECE_BYTES - 1}` }));
  const body = await answer.blob();
  const piece = { body, ofBytes: wholeSize(answer, body) };
  // Kept as a whole answer, since a cache takes no other.
  const headers = { 'content-type': body.type, 'content-range': `bytes */${piece.ofBytes}` };
  if (!kept) await cache.put(place, new Response(body, { headers }));
  return piece;
};

const fetchPieces = async (
  cache: Cache,
  address: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => Promise<void>,
): Promise<void> => {
  const bodies: Blob[] = [];
  let [here, all] = [0, 1];
  while (here < all) {
    signal.throwIfAborted();
    const { body, ofBytes } = await pieceFrom(cache, address, here, signal);
    bodies.push(body);
    all = ofBytes;
    here += body.size;
    await onBytes(body.size);
  }
  await store(cache, address, new Blob(bodies), bodies[0]?.type ?? null);
  await removePieces(cache, address);
};

const removePieces = async (cache: Cache, address: string): Promise<void> => {
  const places = (await cache.keys(address, { ignoreSearch: true })).filter(({ url }) => new URL(url).search);
  await Promise.all(places.map((place) => cache.delete(place)));
};

/** Fetches the files that are not here yet, a few at once; tells the bytes as they come, also of those that were here. */
export const fetchFiles = async (
  addresses: readonly string[],
  signal: AbortSignal,
  onBytes: (bytes: number) => Promise<void>,
): Promise<void> => {
  const cache = await openMedia();
  const left = [...addresses];
  const lane = async (): Promise<void> => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      signal.throwIfAborted();
      const kept = await cache.match(address);
      if (kept) await onBytes(sizeOf(kept));
      else if (IN_PIECES.test(address)) await fetchPieces(cache, address, signal, onBytes);
      else await onBytes(await fetchInto(cache, address, signal));
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    // One lane failed: the others end with the file they are at.
    left.length = 0;
  }
};

/** Bytes of those files that are here. */
export const bytesHere = async (addresses: readonly string[]): Promise<number> => {
  const cache = await openMedia();
  const stored = await Promise.all(addresses.map((address) => cache.match(address)));
  return stored.reduce((sum, answer) => sum + (answer ? sizeOf(answer) : 0), 0);
};

export const removeFiles = async (addresses: readonly string[]): Promise<void> => {
  const cache = await openMedia();
  await Promise.all(
    addresses.map(async (address) => {
      await cache.delete(address);
      if (IN_PIECES.test(address)) await removePieces(cache, address);
    }),
  );
};
