const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;
export type NumberLanguage = keyof typeof LOCALES;

/** A whole number with the grouping of the language: 1.284 or 1,284. */
export const formatCount = (n: number, language: NumberLanguage): string =>
  new Intl.NumberFormat(LOCALES[language]).format(n);

/** The limit of a field. Four digits stand together, because they may be a year: 2020, but 1.000.000. */
export const formatLimit = (n: number, language: NumberLanguage): string =>
  new Intl.NumberFormat(LOCALES[language], { useGrouping: 'min2' }).format(n);

/** A coefficient with two decimals: 0,43. */
export const formatCoefficient = (value: number, language: NumberLanguage): string =>
  new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    value,
  );

/** Bytes as megabytes with one decimal, of 1,000,000 bytes each, as phones count data. */
export const formatMegabytes = (bytes: number, language: NumberLanguage): string =>
  `${new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`;

/** Bytes as phones tell the room they have: gigabytes from one on, megabytes below. */
export const formatRoom = (bytes: number, language: NumberLanguage): string =>
  bytes < 1_000_000_000
    ? formatMegabytes(bytes, language)
    : `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(bytes / 1_000_000_000)} GB`;

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
  new Intl.NumberFormat(LOCALES[language], { style: 'percent' }).format(percent / 100);
