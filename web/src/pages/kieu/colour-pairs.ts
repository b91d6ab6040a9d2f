/** What stands on what, by the names of tokens; every pair that a style sheet makes belongs here. */
export type ColourPair = {
  readonly front: string;
  readonly ground: string;
  /** Letters need 4.5:1 and in high contrast 7:1; borders and signs of controls 3:1 and 4.5:1. */
  readonly as: 'letters' | 'border';
};

const GROUNDS = ['paper', 'paper-2', 'surface'];
const TINTS = ['indigo', 'vermilion', 'sophora', 'leaf'];

const letters = (front: string, grounds: readonly string[]): ColourPair[] =>
  grounds.map((ground) => ({ front, ground, as: 'letters' }));
const borders = (front: string, grounds: readonly string[]): ColourPair[] =>
  grounds.map((ground) => ({ front, ground, as: 'border' }));

export const COLOUR_PAIRS: readonly ColourPair[] = [
  ...letters('ink', [...GROUNDS, ...TINTS.map((tint) => `${tint}-pale`), 'sophora']),
  ...letters('ink-2', [...GROUNDS, ...TINTS.map((tint) => `${tint}-pale`)]),
  ...letters('indigo', [...GROUNDS, 'indigo-pale', 'sophora-pale']),
  ...letters('vermilion', ['paper', 'surface', 'vermilion-pale']),
  ...letters('leaf', ['paper', 'surface']),
  ...TINTS.flatMap((tint) => letters(`${tint}-dark`, [`${tint}-pale`])),
  ...letters('on-colour', ['indigo', 'indigo-dark', 'vermilion', 'leaf']),
  ...letters('on-dark', ['indigo-dark', 'dark-hover']),
  ...borders('line-strong', ['paper', 'surface']),
  ...borders('indigo', ['paper', 'surface']),
  ...borders('leaf', ['paper', 'surface']),
  ...borders('sophora', ['indigo-dark']),
];

/** The least ratio for a pair, WCAG 2.2 AA as a rule and AAA where high contrast is chosen. */
export const leastRatio = ({ as }: ColourPair, isMore: boolean): number => {
  if (as === 'letters') return isMore ? 7 : 4.5;
  return isMore ? 4.5 : 3;
};
