/**
 * Search key of a Vietnamese text: lower case, no marks, single spaces. Đ does not decompose under NFD, and three
 * look-alikes of it (Đ U+0110, Ð U+00D0, Ɖ U+0189) are typed in practice, so they are folded by name.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐƉɖ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

const collator = new Intl.Collator('vi', { sensitivity: 'variant', numeric: true });

export const compareText = (a: string, b: string): number => collator.compare(a, b);

/** The words of a name in the order that lists sort by: given name (the last word), family name, names between. */
const sortedWords = (fullName: string): string[] => {
  const words = fullName.trim().split(/\s+/);
  return [...words.slice(-1), ...words.slice(0, -1)];
};

/** Vietnamese lists are sorted by given name, then by family name, then by the names between. */
export const compareNames = (a: string, b: string): number => {
  const left = sortedWords(a);
  const right = sortedWords(b);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const order = collator.compare(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
};

/** Stored sort key of a name: the order of `compareNames`, folded so that it sorts by bytes. */
export const nameSortKey = (fullName: string): string => sortedWords(fold(fullName)).join(' ');

/** Word-prefix search: every word of the query begins a word of the text, "an toan" does not find "thanh toán". */
export const matchesSearch = (text: string, query: string): boolean => {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
};
