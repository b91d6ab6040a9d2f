import type { SeenItem } from '../../../services/quizzes/contract.ts';

export type ShownFile = NonNullable<SeenItem['media']>[number];

/** The pictures, sounds and films that a question shows. */
export const shownFiles = (item: SeenItem): readonly ShownFile[] => [
  ...(item.media ?? []),
  ...('options' in item ? item.options.flatMap(({ media = [] }) => media) : []),
  ...('picture' in item ? [item.picture] : []),
];
