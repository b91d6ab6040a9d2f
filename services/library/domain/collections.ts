import type { Issued } from './material.ts';

/** A list that a material stands on: of all, of a track, or of a competence. */
export type Collection = 'all' | `track-${string}` | `competence-${string}`;

export const trackCollection = (track: string): Collection => `track-${track}`;
export const competenceCollection = (code: string): Collection => `competence-${code}`;

/** The lists that an issued material stands on. */
export const collectionsOf = ({ tracks, competenceCodes }: Issued): Collection[] => [
  'all',
  ...new Set([...tracks.map(trackCollection), ...competenceCodes.map(competenceCollection)]),
];
