import type { SeenItem } from '../contract.ts';
import type { Media } from './question.ts';

/** The picture, sound or film of this name that a paper shows; undefined when it shows none. */
export const seenMedia = (paper: readonly SeenItem[], fileId: string): Media | undefined =>
  paper
    .flatMap((item) => [
      ...(item.media ?? []),
      ...('options' in item ? item.options.flatMap(({ media = [] }) => media) : []),
      ...('picture' in item ? [item.picture] : []),
      ...('passage' in item
        ? item.passage.flatMap((part) =>
            'options' in part ? part.options.flatMap(({ media = [] }) => media) : [],
          )
        : []),
    ])
    .find((media) => media.fileId === fileId);
