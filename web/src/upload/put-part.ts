import { putFile } from './put-file.ts';

/** Sends one part straight to the store. Resolves to the part's ETag; rejects when the connection breaks or the store refuses. */
export const putPart = async (
  url: string,
  body: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string> => {
  const etag = (await putFile(url, body, onSent, { signal })).getResponseHeader('etag');
  if (!etag) throw new Error('The store gave no ETag');
  return etag;
};
