import { formatFileSize } from '../../format/file-size.ts';
import { formatRoom } from '../../format/numbers.ts';
import type { language } from '../../messages/language.ts';

const SMALL_BYTES = 1_000_000;

/** A page of a document is no 0.0 MB, and a lecture of hours no 12,000 MB. */
export const roomOf = (bytes: number, shown: ReturnType<typeof language.get>): string =>
  bytes < SMALL_BYTES ? formatFileSize(bytes, shown) : formatRoom(bytes, shown);
