import { complaintsIn, type ItemType } from './item-type.ts';
import { isComplete, type Rubric, seenCriteria } from './rubric.ts';

/** A text that a person marks. The numbers of words are advice: a save is never refused for them. */
export type Essay = {
  readonly rubric: Rubric;
  readonly minWords?: number;
  readonly maxWords?: number;
};

/** Files that a person marks: a photo of work on paper, a recording. */
export type FileAnswer = {
  readonly rubric: Rubric;
  /** As of a file field: image/jpeg, or audio/* for all of a family. */
  readonly mediaTypes: readonly string[];
  readonly maxFiles: number;
  /** Of one file; without a word 10 MB. */
  readonly maxBytes?: number;
};

/** A photo of any phone. Bytes. */
const USUAL_BYTES = 10 * 1024 * 1024;

/** Whether a type is among those wanted. */
export const isOfType = (mediaType: string, wanted: readonly string[]): boolean =>
  wanted.some(
    (each) => each === mediaType || (each.endsWith('/*') && mediaType.startsWith(each.slice(0, -1))),
  );

export const essay: ItemType<'essay'> = {
  present: ({ rubric, minWords, maxWords }) => ({
    seen: {
      criteria: seenCriteria(rubric),
      ...(minWords && { minWords }),
      ...(maxWords && { maxWords }),
    },
    order: [],
  }),
  fits: () => true,
  credit: () => [],
  right: () => undefined,
  waitsForPerson: ({ text }) => text.trim() !== '',
  complaints: ({ rubric }) => complaintsIn({ 'rubric-incomplete': !isComplete(rubric) }),
};

export const fileAnswer: ItemType<'file-answer'> = {
  present: ({ rubric, mediaTypes, maxFiles, maxBytes = USUAL_BYTES }) => ({
    seen: { criteria: seenCriteria(rubric), mediaTypes: [...mediaTypes], maxFiles, maxBytes },
    order: [],
  }),
  fits: ({ mediaTypes, maxFiles, maxBytes }, { files }) =>
    files.length <= maxFiles &&
    files.every(({ mediaType, bytes }) => bytes <= maxBytes && isOfType(mediaType, mediaTypes)),
  credit: () => [],
  right: () => undefined,
  waitsForPerson: ({ files }) => files.length > 0,
  complaints: ({ rubric }) => complaintsIn({ 'rubric-incomplete': !isComplete(rubric) }),
};
