/** Characters of one import, as the contract allows. */
export const MAX_GIFT = 400_000;

/** The text of a file of questions; undefined when it is not UTF-8, because its Vietnamese letters would be lost. */
export const textOf = (bytes: BufferSource): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
