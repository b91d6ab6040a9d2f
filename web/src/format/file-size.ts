import { formatRoom, type NumberLanguage } from './numbers.ts';

/** Below this a file is told in bytes and thousands of them: no file is 0.0 MB, and one of nine bytes is not 1 KB. */
const SMALL_BYTES = 100_000;

/** The size of a file, as phones tell it. */
export const formatFileSize = (bytes: number, language: NumberLanguage): string => {
  if (bytes >= SMALL_BYTES) return formatRoom(bytes, language);
  const isTiny = bytes < 1000;
  return `${Math.ceil(isTiny ? bytes : bytes / 1000)}\u00a0${isTiny ? '' : 'K'}B`;
};
