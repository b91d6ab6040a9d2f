/**
 * Marks on the 10-point scale are whole hundredths (7,5 is 750) from the first sum to the last, and are rounded
 * half up exactly once, to tenths, when they are shown: rounding at each step would drift.
 */
const MAX_MARK = 1000;

/** Share of points earned as hundredths, half up. `total` 0 gives 0. Points are non-negative whole numbers. */
export const markOf = (earned: number, total: number): number => {
  if (total <= 0) return 0;
  const bounded = Math.min(Math.max(earned, 0), total);
  return Math.floor((bounded * MAX_MARK * 2 + total) / (total * 2));
};

/** One decimal with a comma, as Vietnamese schools write it: 745 → "7,5", 1000 → "10,0". */
export const formatMark = (hundredths: number): string => {
  const tenths = Math.floor((hundredths + 5) / 10);
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
};
