const GROUPED = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/;
const PLAIN = /^[+-]?\d+([.,]\d+)?$/;

/**
 * The numbers a person can have meant: Vietnamese writes 2,5 and 295.000, phones offer 2.5. "1.125" is both, so
 * there can be two readings, the Vietnamese one last; none when the text is no number.
 */
export const readingsOf = (text: string): readonly number[] => {
  const typed = text.replace(/\s/g, '').replace(/^\u2212/, '-');
  const readings: number[] = [];
  if (PLAIN.test(typed)) readings.push(Number(typed.replace(',', '.')));
  if (GROUPED.test(typed)) readings.push(Number(typed.replaceAll('.', '').replace(',', '.')));
  return readings;
};
