const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;
export type NumberLanguage = keyof typeof LOCALES;

/** A number as the language writes it. */
export const formatNumber = (
  n: number,
  language: NumberLanguage,
  options?: Intl.NumberFormatOptions,
): string => new Intl.NumberFormat(LOCALES[language], options).format(n);

/** A whole number with the grouping of the language: 1.284 or 1,284. */
export const formatCount = (n: number, language: NumberLanguage): string => formatNumber(n, language);

/** The limit of a field. Four digits stand together, because they may be a year: 2020, but 1.000.000. */
export const formatLimit = (n: number, language: NumberLanguage): string =>
  formatNumber(n, language, { useGrouping: 'min2' });

const MB = 1_000_000;
const GB = 1000 * MB;

/** A number of units, on one line with their name. Of ten and more nobody counts the tenths. */
const formatUnits = (n: number, language: NumberLanguage, unit: string): string =>
  `${formatNumber(n, language, { maximumFractionDigits: n < 10 ? 1 : 0 })}\u00a0${unit}`;

/** Bytes as megabytes of 1,000,000 bytes each, as phones count data. */
export const formatMegabytes = (bytes: number, language: NumberLanguage): string =>
  formatUnits(bytes / MB, language, 'MB');

/** Bytes as phones tell the room they have: gigabytes from one on, megabytes below. */
export const formatRoom = (bytes: number, language: NumberLanguage): string =>
  bytes < GB ? formatMegabytes(bytes, language) : formatUnits(bytes / GB, language, 'GB');

/** How people are greeted: the given name, which Vietnamese names end with. */
export const givenName = (fullName: string): string => fullName.trim().split(/\s+/).at(-1) ?? fullName;

/**
 * The share of `part` in `whole` in whole percent, rounded half up; 0 of nothing. A share that has not come up to all,
 * or to `mark`, is not rounded up to it: nobody is told that 70% are reached by 69.6.
 */
export const wholePercent = (part: number, whole: number, mark = 100): number => {
  if (whole <= 0) return 0;
  const exact = (part * 100) / whole;
  const rounded = Math.floor(exact + 0.5);
  const isEarly = [mark, 100].some((one) => exact < one && rounded >= one);
  return isEarly ? rounded - 1 : rounded;
};

/** A whole percentage as Vietnamese and English print it, without a space: 62%. */
export const formatPercent = (percent: number, language: NumberLanguage): string =>
  formatNumber(percent / 100, language, { style: 'percent' });
