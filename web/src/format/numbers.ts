const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;
export type NumberLanguage = keyof typeof LOCALES;

/** A whole number with the grouping of the language: 1.284 or 1,284. */
export const formatCount = (n: number, language: NumberLanguage): string =>
  new Intl.NumberFormat(LOCALES[language]).format(n);

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

/** A whole percentage as Vietnamese and English print it, without a space: 62%. */
export const formatPercent = (percent: number, language: NumberLanguage): string =>
  `${formatCount(percent, language)}%`;
