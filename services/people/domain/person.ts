export type Person = {
  readonly personId: string;
  readonly fullName: string;
  readonly loginName: string;
  readonly roles: readonly string[];
  readonly birthYear?: number;
  readonly registeredAt: string;
  readonly account: 'pending' | 'active';
};

export type AgeBand = 'under-16' | '16-29' | '30-44' | '45-59' | '60-plus' | 'unknown';

const BANDS: readonly (readonly [below: number, band: AgeBand])[] = [
  [16, 'under-16'],
  [30, '16-29'],
  [45, '30-44'],
  [60, '45-59'],
];

/** The only thing about age that leaves this service. Age in calendar years at the given year. */
export const ageBandOf = (birthYear: number | undefined, year: number): AgeBand => {
  if (birthYear === undefined) return 'unknown';
  const age = year - birthYear;
  return BANDS.find(([below]) => age < below)?.[1] ?? '60-plus';
};

/**
 * Who may give a person roles or a new password: with the director's everything can be opened, so it is given by a
 * director only. Whoever could hand it over could sign in with it.
 */
export const mayEntrust = (by: readonly string[], roles: readonly string[]): boolean =>
  by.includes('director') || !roles.includes('director');
