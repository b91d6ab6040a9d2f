import { formatMegabytes, type NumberLanguage } from './numbers.ts';

/** Below this a file is told in thousands of bytes: no file is 0.0 MB. */
const SMALL_BYTES = 100_000;

/** The size of a file, as phones tell it. */
export const formatFileSize = (bytes: number, language: NumberLanguage): string =>
  bytes < SMALL_BYTES ? `${Math.ceil(bytes / 1000)} KB` : formatMegabytes(bytes, language);
