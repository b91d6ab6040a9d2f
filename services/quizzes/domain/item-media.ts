import type { Media, Question } from './question.ts';

/** A picture, sound or film as a bank keeps it. The size is a picture's, in its own pixels; the length is a film's. */
export type BankFile = Pick<Media, 'fileId' | 'mediaType'> & {
  readonly width?: number;
  readonly height?: number;
  readonly byteLength?: number;
};

/** Every picture, sound and film that a question shows. */
export const mediaOf = (question: Question): readonly Media[] => [
  ...(question.media ?? []),
  ...('options' in question ? question.options.flatMap(({ media = [] }) => media) : []),
  ...('picture' in question ? [question.picture] : []),
];

/** Whether a question shows anything that is not among the files, or that is of another type than it says. */
export const lacksFiles = (question: Question, files: ReadonlyMap<string, BankFile>): boolean =>
  mediaOf(question).some(({ fileId, mediaType }) => files.get(fileId)?.mediaType !== mediaType);

const withMedia = (question: Question, change: (media: Media) => Media): Question =>
  ({
    ...question,
    ...(question.media && { media: question.media.map(change) }),
    ...('options' in question && {
      options: question.options.map(({ media, ...option }) => ({
        ...option,
        ...(media && { media: media.map(change) }),
      })),
    }),
    ...('picture' in question && { picture: change(question.picture) }),
  }) as Question;

/** The question with the sizes of its pictures and films as the bank has measured them, whatever its author says of them. */
export const measured = (question: Question, files: ReadonlyMap<string, BankFile>): Question =>
  withMedia(question, ({ fileId, mediaType, alt }) => {
    const { width, height, byteLength } = files.get(fileId) ?? {};
    const size = width && height && { width, height };
    return { fileId, mediaType, alt, ...size, ...(byteLength && { byteLength }) };
  });
