/**
 * What a sheet is looked up by: the random end of the enrolment's identifier, in fours so that it can be read out. The
 * twelve characters hold 60 random bits, so no two sheets of a centre share a code.
 */
export const recordCode = (enrolmentId: string): string =>
  enrolmentId.slice(-12).match(/.{4}/g)?.join('-') ?? enrolmentId;

type Completed = { readonly status: string; readonly completedAt?: string | undefined };

/** The completed ones, latest first. */
export const completedOf = <E extends Completed>(enrolments: readonly E[]): readonly E[] =>
  enrolments
    .filter(({ status }) => status === 'completed')
    .sort((a, b) => (b.completedAt ?? '').localeCompare(a.completedAt ?? ''));
