import type { Keeping } from '../quiz/keeping.ts';

/** Under it lies what packages of a person want kept, until the service has it. */
export const commitsOf = (personId: string): string => `hvs.package.${personId}.`;

export const hasCommits = (keeping: Keeping, personId: string): boolean =>
  keeping.keys(commitsOf(personId)).length > 0;
