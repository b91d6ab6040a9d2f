import type { Keeping } from '../quiz/keeping.ts';

/** Under it lies what packages want kept, until the service has it. */
export const COMMITS = 'hvs.package.';

export const hasCommits = (keeping: Keeping): boolean => keeping.keys(COMMITS).length > 0;
