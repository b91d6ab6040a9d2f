import type { ItemType } from './item-type.ts';

export type TrueFalse = {
  readonly isTrue: boolean;
  readonly whenRight?: string;
  readonly whenWrong?: string;
};

/** A statement that holds or does not. */
export const trueFalse: ItemType<'true-false'> = {
  present: () => ({ seen: {}, order: [] }),
  fits: () => true,
  credit: ({ question: { isTrue, whenRight, whenWrong } }, { value }) => {
    const feedback = value === isTrue ? whenRight : whenWrong;
    return [{ weight: value === isTrue ? 100 : 0, ...(feedback && { feedback }) }];
  },
  right: ({ question: { kind, isTrue } }) => ({ kind, value: isTrue }),
  complaints: () => [],
};
