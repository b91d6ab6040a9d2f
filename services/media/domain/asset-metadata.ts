/** Who can be recognised in a recording, and that they agreed: children together with a parent. */
export type PeopleShown = 'nobody' | 'adults-agreed' | 'children-both-agreed';

/** What the uploader says of a file; the library's appraiser judges by it. */
export interface AssetMetadata {
  /** BCP 47. */
  readonly language: string;
  readonly licence?: string | undefined;
  /** Where it comes from: an author, an address, an institution. */
  readonly source?: string | undefined;
  readonly competenceCodes: readonly string[];
  /** Absent when nobody was asked. */
  readonly peopleShown?: PeopleShown | undefined;
  /** Of a picture: what somebody who cannot see it needs to know. */
  readonly altText?: string | undefined;
}

/** Of uploads from before anything was asked. */
export const UNSAID: AssetMetadata = { language: 'vi', competenceCodes: [] };
