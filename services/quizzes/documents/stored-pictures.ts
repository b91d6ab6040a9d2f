import { unzipSync, type ZipOptions, zipSync } from 'fflate';
import type { Pictures } from './question-blocks.ts';

const PICTURES_OF_WORD = 'word/media/';
const AS_IT_IS = { level: 0 } satisfies ZipOptions;
const asText = new TextDecoder();

/**
 * What stands for a picture while a paper is written: its id, so that the writer neither hashes nor compresses what is
 * compressed already. That took 350 ms for each picture of 1 MB, of every code.
 */
export const placeholderOf = (fileId: string): Uint8Array => new TextEncoder().encode(fileId);

/** The Word file with its pictures where their placeholders are. */
export function withPictures(word: Uint8Array, pictures: Pictures): Uint8Array {
  const parts = Object.entries(unzipSync(word)).map(([name, bytes]) => {
    const picture = name.startsWith(PICTURES_OF_WORD) && pictures.get(asText.decode(bytes));
    return [name, picture ? ([picture.bytes, AS_IT_IS] as const) : bytes] as const;
  });
  return zipSync(Object.fromEntries(parts) as Parameters<typeof zipSync>[0]);
}
