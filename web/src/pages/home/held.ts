/** What is shown, and what it has become meanwhile when that leads elsewhere. */
export type Held<T> = { readonly shown: T; readonly newer?: T };

/**
 * One step, and it stays: a button must not become another one under the finger. What leads to the same place as what is
 * shown takes its place; anything else is offered beside it.
 */
export const hold = <T>(before: Held<T> | undefined, now: T, isSame: (a: T, b: T) => boolean): Held<T> => {
  if (!before || isSame(before.shown, now)) return { shown: now };
  return { shown: before.shown, newer: now };
};
