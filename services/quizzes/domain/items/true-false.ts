import type { ItemType } from './item-type.ts';

export type TrueFalse = { readonly isTrue: boolean };

/** A statement that holds or does not. */
export const trueFalse: ItemType<'true-false'> = {
  present: () => ({ seen: {}, order: [] }),
  fits: () => true,
  credit: ({ question }, { value }) => [{ weight: value === question.isTrue ? 100 : 0 }],
  right: ({ question: { kind, isTrue } }) => ({ kind, value: isTrue }),
  complaints: () => [],
};
