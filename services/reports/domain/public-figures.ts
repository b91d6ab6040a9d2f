import type { Counts } from './figures.ts';

/** Figures of people below this stay unsaid: in a village or a class, three of five is a list of names. */
const FEWEST_PEOPLE = 10;

/** What anybody may know, and whether a small number could point at somebody. */
const PUBLIC: readonly { readonly code: string; readonly ofPeople: boolean }[] = [
  { code: 'people-registered', ofPeople: true },
  { code: 'enrolments-confirmed', ofPeople: true },
  { code: 'attempts-passed', ofPeople: true },
  { code: 'runs-completed', ofPeople: true },
  { code: 'recordings-ready', ofPeople: false },
];

export type PublicFigure = {
  readonly code: string;
  /** Null when nothing was ever counted, or when the number is withheld. */
  readonly value: number | null;
  /** There is a number, but so small that it could point at persons. */
  readonly withheld: boolean;
};

/** Totals for everybody's eyes. None of them is a number of distinct people of a week: no event tells that. */
export const publicFigures = (counts: Counts | undefined): PublicFigure[] =>
  PUBLIC.map(({ code, ofPeople }) => {
    const value = counts?.values[code] ?? null;
    const withheld = ofPeople && value !== null && value < FEWEST_PEOPLE;
    return { code, value: withheld ? null : value, withheld };
  });
