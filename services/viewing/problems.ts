import { defineProblems } from '#shared/http/problems.ts';

/** All that this service refuses is refused by others too. */
export const viewingProblems = defineProblems({});
