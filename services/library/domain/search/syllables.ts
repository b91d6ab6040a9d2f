import { fold } from '#shared/text/vietnamese.ts';

const NOT_A_WORD = /[^\p{L}\p{N}]+/u;

/** The words of a text as they are looked up: folded, without marks and signs. Vietnamese writes each syllable apart. */
export const syllablesOf = (text: string): string[] => fold(text).split(NOT_A_WORD).filter(Boolean);

/** The words of a text with their marks, in small letters: what tells `má` from `mã` among equals. */
export const markedSyllablesOf = (text: string): string[] =>
  text.normalize('NFC').toLowerCase().split(NOT_A_WORD).filter(Boolean);

/**
 * Whether one insertion, deletion, substitution or exchange of neighbours makes one word of the other (Damerau 1964).
 * A word counts as near to itself.
 */
export function isOneTypoApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endOfA = a.length;
  let endOfB = b.length;
  while (endOfA > start && endOfB > start && a[endOfA - 1] === b[endOfB - 1]) {
    endOfA -= 1;
    endOfB -= 1;
  }
  const [left, right] = [endOfA - start, endOfB - start];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
