import { formatMegabytes, type NumberLanguage } from './numbers.ts';

/** Below these a file is told in bytes, and in thousands of them: no file is 0.0 MB, and one of nine bytes is not 1 KB. */
const TINY_BYTES = 1_000;
const SMALL_BYTES = 100_000;

/** The size of a file, as phones tell it. */
export const formatFileSize = (bytes: number, language: NumberLanguage): string => {
  if (bytes < TINY_BYTES) return `${Math.ceil(bytes)} B`;
  return bytes < SMALL_BYTES ? `${Math.ceil(bytes / 1000)} KB` : formatMegabytes(bytes, language);
};
