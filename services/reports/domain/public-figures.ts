import type { Counts } from './figures.ts';

/** Numbers of people below this stay unsaid: in a village or a class, three of five is a list of names. */
const FEWEST_PEOPLE = 10;

/**
 * A figure counts events, and one person's seats or completed courses are several: two people with five each are ten.
 * Five a year is a lot for one person, so fifty of them come from some ten people at least. No event proves that,
 * and whoever shows them says how often, not how many people.
 */
const FEWEST_ACTS = 5 * FEWEST_PEOPLE;

/**
 * What anybody may know, and below what number it could point at somebody. Passed quizzes are not among them: one
 * person may try each of them many times.
 */
const PUBLIC: readonly { readonly code: string; readonly fewest: number }[] = [
  { code: 'people-registered', fewest: FEWEST_PEOPLE },
  { code: 'enrolments-confirmed', fewest: FEWEST_ACTS },
  { code: 'runs-completed', fewest: FEWEST_ACTS },
  { code: 'recordings-ready', fewest: 0 },
];

export type PublicFigure = {
  readonly code: string;
  /** Null when nothing was ever counted, or when the number is withheld. */
  readonly value: number | null;
  /** There is a number, but so small that it could point at persons. */
  readonly withheld: boolean;
};

/** Totals for everybody's eyes. Only the people registered are a number of people: each is registered once. */
export const publicFigures = (counts: Counts | undefined): PublicFigure[] =>
  PUBLIC.map(({ code, fewest }) => {
    const value = counts?.values[code] ?? null;
    const withheld = value !== null && value < fewest;
    return { code, value: withheld ? null : value, withheld };
  });
