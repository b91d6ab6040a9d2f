/** A mark as people type it, in hundredths: "7,5" and "7.5" are 750. Undefined: not 0 to 10 with at most one decimal, as marks are shown. */
export const parseMark = (text: string): number | undefined => {
  const found = /^(?<whole>\d{1,2})(?:[.,](?<tenth>\d))?$/.exec(text.trim())?.groups;
  if (!found) return undefined;
  const hundredths = Number(found.whole) * 100 + Number(found.tenth ?? 0) * 10;
  return hundredths <= 1000 ? hundredths : undefined;
};
