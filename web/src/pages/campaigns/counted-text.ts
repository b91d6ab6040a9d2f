import { formatCount } from '../../format/numbers.ts';
import type { Language, Messages } from '../../messages/language.ts';

/**
 * A counter of a campaign as it reads. One that has counted nothing says so in words, as the overview does of a figure
 * without data: a counter only grows, so its 0 is that same nothing.
 */
export const countedText = (
  n: number,
  t: Pick<Messages['campaigns'], 'noneCounted'>,
  shown: Language,
): string => (n === 0 ? t.noneCounted : formatCount(n, shown));
