import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** What the page hears: how far a file has been read, its SHA-256 in hexadecimal, or that it cannot be read. */
export type DigestWord =
  | { readonly id: string; readonly readBytes: number }
  | { readonly id: string; readonly sha256: string }
  | { readonly id: string; readonly isUnreadable: true };
/** A file to read, or one that need not be read any further. */
export type DigestTask =
  | { readonly id: string; readonly file: Blob }
  | { readonly id: string; readonly isLeft: true };

/** Read and hashed at one time: large enough that asking costs nothing, small enough for any machine. */
const STRETCH_BYTES = 4 * 1024 * 1024;

const say = (word: DigestWord): void => postMessage(word);

/** Files that were dropped before they were read. */
const left = new Set<string>();

const digest = async (id: string, file: Blob): Promise<void> => {
  const hash = sha256.create();
  try {
    for (let from = 0; from < file.size; from += STRETCH_BYTES) {
      if (left.delete(id)) return;
      const to = Math.min(file.size, from + STRETCH_BYTES);
      hash.update(new Uint8Array(await file.slice(from, to).arrayBuffer()));
      say({ id, readBytes: to });
    }
    say({ id, sha256: bytesToHex(hash.digest()) });
  } catch {
    say({ id, isUnreadable: true });
  }
};

let last = Promise.resolve();
// One after another: two files read at once would only share the disk.
addEventListener('message', ({ data }: MessageEvent<DigestTask>) => {
  if ('isLeft' in data) left.add(data.id);
  else last = last.then(() => digest(data.id, data.file));
});
