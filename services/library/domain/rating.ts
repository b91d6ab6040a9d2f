/** What one person says of one material. */
export type Rating = { readonly understood: boolean; readonly ratedAt: string };
export type Figures = {
  readonly understood: number;
  readonly notUnderstood: number;
  readonly openings: number;
};

export const NO_FIGURES: Figures = { understood: 0, notUnderstood: 0, openings: 0 };

/** What another word of the same person changes in the figures; nothing when it is the same word. */
export function ratingChange(
  former: Rating | undefined,
  understood: boolean,
): Pick<Figures, 'understood' | 'notUnderstood'> | undefined {
  if (former?.understood === understood) return undefined;
  const one = former ? -1 : 0;
  return understood ? { understood: 1, notUnderstood: one } : { understood: one, notUnderstood: 1 };
}
