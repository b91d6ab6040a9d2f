const GIB = 1024 ** 3;

/** Who is counted: whoever uploads, and everybody together. */
export type QuotaHolder = 'person' | 'centre';
/** Bytes announced in a day of the centre's clock, and bytes that lie there in all. */
export type QuotaSpan = 'day' | 'room';

/** A limit and how much of it is used. Bytes. */
export interface Quota {
  readonly limit: number;
  readonly used: number;
}

/**
 * Bytes. A day takes the largest file there can be and then some; a person's room is a school year of an hour of
 * full HD from a phone (8 GB) a week, the centre's that of ten such people.
 */
export const QUOTAS: Readonly<Record<QuotaHolder, Readonly<Record<QuotaSpan, number>>>> = {
  person: { day: 100 * GIB, room: 500 * GIB },
  centre: { day: 400 * GIB, room: 5000 * GIB },
};

/** Names a limit. */
export interface OneQuota {
  readonly holder: QuotaHolder;
  readonly span: QuotaSpan;
}

/** Every limit an announcement has to keep, in the order in which the first that is passed is told. */
export const EVERY_QUOTA: readonly OneQuota[] = [
  { holder: 'person', span: 'day' },
  { holder: 'person', span: 'room' },
  { holder: 'centre', span: 'day' },
  { holder: 'centre', span: 'room' },
];

/** What may still be sent. Bytes. */
export const leftOf = ({ limit, used }: Quota): number => Math.max(0, limit - used);
