/**
 * Why an upload can never become a lecture. Final and shown to the uploader, unlike an engine failure, which a
 * retry may cure.
 */
export type RejectionCode =
  | 'EMPTY'
  | 'UNRECOGNISED'
  | 'NO_INDEX'
  | 'NO_VIDEO'
  | 'TRUNCATED'
  | 'TOO_LONG'
  | 'TOO_LARGE'
  | 'TOO_SMALL'
  | 'TOO_MANY_PAGES'
  | 'ENCRYPTED'
  | 'DAMAGED'
  | 'ANIMATED'
  | 'CODEC'
  | 'HEIC'
  | 'NO_MANIFEST'
  | 'MANIFEST_IN_FOLDER'
  | 'BAD_MANIFEST'
  | 'NOT_SCORM_12'
  | 'TOO_MANY_LESSONS'
  | 'LAUNCH_MISSING'
  | 'FILE_NAMES'
  | 'TOO_MANY_FILES'
  | 'ZIP_METHOD'
  | 'DUPLICATE';

/**
 * `goodUntilSeconds` accompanies TRUNCATED where the break could be located: the picture is whole up to there.
 * `duplicateOf` is the asset with the same bytes.
 */
export interface Rejection {
  readonly code: RejectionCode;
  readonly goodUntilSeconds?: number;
  readonly duplicateOf?: string;
}

interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Rejected {
  readonly ok: false;
  readonly rejection: Rejection;
}

/** The outcome of looking at an upload. */
export type Verdict<T> = Accepted<T> | Rejected;

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value });

export const reject = (code: RejectionCode, more: Omit<Rejection, 'code'> = {}): Rejected => ({
  ok: false,
  rejection: { code, ...more },
});
