import { formatNumber, type NumberLanguage } from '../format/numbers.ts';

/** A coefficient with two decimals: 0,43. */
export const formatCoefficient = (value: number, language: NumberLanguage): string =>
  formatNumber(value, language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
