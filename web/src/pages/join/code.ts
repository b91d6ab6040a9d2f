const LENGTH = 9;
/** What is typed or read instead of a digit. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1' };

/** The digits in whatever was typed or pasted, an address with the code at its end, too. At most nine. */
export const digitsOf = (typed: string): string =>
  (typed.trim().split('/').at(-1) ?? '')
    .toLowerCase()
    .replace(/[oil]/g, (letter) => LOOK_ALIKES[letter] ?? '')
    .replace(/\D/g, '')
    .slice(0, LENGTH);

export const isWhole = (digits: string): boolean => digits.length === LENGTH;

/** In threes, as it is read aloud. */
export const grouped = (digits: string): string => digits.replace(/(\d{3})(?=\d)/g, '$1 ');
