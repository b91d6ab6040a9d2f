import type { ListedOption } from './labels.ts';
import { isMostly, type StyleName } from './styled-line.ts';

type Letters = ReadonlySet<string>;

const SIGNS: readonly StyleName[] = ['underlined', 'highlighted', 'coloured', 'bold'];

const lettersOf = (options: readonly ListedOption[], isRight: (option: ListedOption) => boolean): Letters =>
  new Set(options.filter(isRight).map(({ letter }) => letter));

/**
 * The options that a file marks: by a star, or as the only ones that are underlined, highlighted, coloured or bold,
 * by their text or by their label. What all options have is the look of the file and marks none of them.
 */
export function markedLetters(options: readonly ListedOption[]): Letters {
  const starred = lettersOf(options, ({ starred }) => starred);
  if (starred.size > 0) return starred;
  for (const sign of SIGNS)
    for (const part of ['text', 'label'] as const) {
      const standingOut = lettersOf(options, (option) =>
        isMostly(part === 'text' ? option.text : [option.label], sign),
      );
      if (standingOut.size > 0 && standingOut.size < options.length) return standingOut;
    }
  return new Set();
}

/** "B", "A, C", "AC", "A và C"; undefined when it is no list of letters. */
export function lettersIn(key: string): Letters | undefined {
  const letters = key
    .replace(/[.\s]+$/, '')
    .replace(/\s(?:và|and)\s/giu, ',')
    .replace(/[\s,;&+]/g, '');
  return /^[A-Ha-h]{1,8}$/.test(letters) ? new Set(letters.toUpperCase()) : undefined;
}
