import type { Refused } from '../../api/types.ts';

/** What decisions are found in. */
const SOURCES = ['classes', 'courses', 'media', 'campaigns', 'reports'] as const;
export type Source = (typeof SOURCES)[number];

type Answer = { readonly ok: true } | Refused;

/** A read that this account has no right to is not missing: nobody waits for its decisions here. */
const isMissing = (answer: Answer): boolean => !answer.ok && answer.problem.status !== 403;

/** The sources that did not come, so that silence about them is not taken for peace. */
export const unreadOf = (answers: Readonly<Record<Source, readonly Answer[]>>): readonly Source[] =>
  SOURCES.filter((source) => answers[source].some(isMissing));
