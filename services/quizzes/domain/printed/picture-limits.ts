/**
 * Pictures of one paper. At these limits one Word file is written in half a second with 70 MB of memory, and what remains
 * of the 29 seconds of a request is for fetching the pictures and storing the file.
 */
const MOST = { pictures: 200, bytes: 40 * 1024 * 1024 };

export const areTooMany = (pictures: number): boolean => pictures > MOST.pictures;
export const areTooLarge = (bytes: readonly number[]): boolean =>
  bytes.reduce((sum, each) => sum + each, 0) > MOST.bytes;
