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

/** Letters of the alphabet that follow their base letter, whatever comes after that: `~` is above every a–z. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  ...{ ă: 'a~', â: 'a~~', đ: 'd~', ð: 'd~', ɖ: 'd~', ê: 'e~', ô: 'o~', ơ: 'o~~', ư: 'u~' },
};
/** Breve, circumflex and horn make a letter; the other marks are tones, in dictionary order: huyền, hỏi, ngã, sắc, nặng. */
const SHAPES = /[\u0306\u0302\u031B]/;
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** Letters first; tones, which only decide between words of the same letters, behind a `!` that is below every letter. */
const wordSortKey = (word: string): string => {
  const signs = [
    ...word
      .toLowerCase()
      .normalize('NFD')
      .matchAll(/(\P{M})(\p{M}*)/gu),
  ];
  const letters = signs.map(([, base = '', marks = '']) => {
    const letter = (base + (SHAPES.exec(marks)?.[0] ?? '')).normalize('NFC');
    return OWN_LETTERS[letter] ?? fold(base);
  });
  const tones = signs.map(([, , marks = '']) => {
    const tone = TONES.findIndex((mark) => marks.includes(mark)) + 1;
    return tone > 0 ? `0${tone}` : '0';
  });
  const told = tones.join('').replace(/0+$/, '');
  return letters.join('') + (told && `!${told}`);
};

/**
 * Stored sort key of a name, whose order by bytes is the order of `compareNames` for names of Vietnamese letters.
 * Capitals make no difference. What is put behind it has to begin with a space, which is below everything in it.
 */
export const nameSortKey = (fullName: string): string => sortedWords(fullName).map(wordSortKey).join(' ');

/** Word-prefix search: every word of the query begins a word of the text, "an toan" does not find "thanh toán". */
export const matchesSearch = (text: string, query: string): boolean => {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
};
