export const ASSET_KINDS = ['video', 'audio', 'image', 'document', 'package'] as const;
export type MaterialKind = (typeof ASSET_KINDS)[number] | 'link' | 'reference';

/** Collections that the plan of the sector names, in the order they are shown. */
export const TRACKS = ['stem', 'computational-thinking', 'ai', 'security', 'everyday-skills'] as const;
export type Track = (typeof TRACKS)[number];
export type Audience = 'older' | 'workers' | 'students' | 'teachers';
export type PeopleShown = 'nobody' | 'adults-agreed' | 'children-both-agreed' | 'unknown';
/** `enrolled`: for the persons enrolled in its course, and staff. */
export type Access = 'open' | 'enrolled';

/** What its makers say about a material. */
export type About = {
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly licence?: string;
  readonly source?: string;
  readonly tracks: readonly Track[];
  readonly audiences: readonly Audience[];
  readonly competenceCodes: readonly string[];
  readonly peopleShown: PeopleShown;
  readonly url?: string;
  readonly citation?: string;
  /** Of a picture: what somebody who cannot see it needs to know. */
  readonly altText?: string;
};

/** A file that the media service made ready, and the place in a course that it was made for. */
export type AssetFile = {
  readonly kind: (typeof ASSET_KINDS)[number];
  readonly assetId: string;
  readonly courseId?: string;
  readonly lessonNo?: number;
  readonly durationMs?: number;
};

export type Content = AssetFile | { readonly kind: 'link' } | { readonly kind: 'reference' };

/** One version of a material: what it is, and what is said about it. */
export type Edition = About & Content & { readonly version: number; readonly access: Access };

/** What has to be mended before a version can be handed in. */
export type Missing = 'licence' | 'source' | 'consent' | 'track' | 'url' | 'citation' | 'alt-text';

/** What a second person looks at before a version is listed. */
export type Check =
  | 'content-right'
  | 'competence-fits'
  | 'licence-clear'
  | 'captions-where-speech'
  | 'people-agreed';

/** The first lesson of a course is a taste of it: whoever comes by a poster may look without being enrolled. */
export const accessOf = (content: Content): Access =>
  'courseId' in content && content.courseId !== undefined && content.lessonNo !== 1 ? 'enrolled' : 'open';

export const assetOf = (edition: Content | undefined): string | undefined =>
  edition && 'assetId' in edition ? edition.assetId : undefined;

/** What is said in a version, by its file and language; nothing of what is not heard. */
export const heardIn = (edition: Edition) => {
  const isHeard = edition.kind === 'video' || edition.kind === 'audio';
  return isHeard ? { assetId: edition.assetId, language: edition.language } : undefined;
};

const lacks = (edition: Edition): Readonly<Record<Missing, boolean>> => ({
  licence: !edition.licence,
  source: !edition.source,
  consent: edition.peopleShown === 'unknown',
  track: edition.tracks.length === 0 && edition.competenceCodes.length === 0,
  url: edition.kind === 'link' && !edition.url,
  citation: edition.kind === 'reference' && !edition.citation,
  'alt-text': edition.kind === 'image' && !edition.altText,
});

/**
 * What a version lacks to be handed in. Licence and source: nothing is shown that we may not show. Consent: nobody who
 * can be recognised is shown without having agreed. A track or a competence: without one nobody finds it. Of a
 * picture: the words for those who do not see it.
 */
export const missingOf = (edition: Edition): Missing[] =>
  (Object.entries(lacks(edition)) as [Missing, boolean][]).flatMap(([what, isLacking]) =>
    isLacking ? [what] : [],
  );

/** The points that have to be found right in a version of this kind. */
export const checksFor = (kind: MaterialKind): readonly Check[] => [
  'content-right',
  'competence-fits',
  'licence-clear',
  ...(kind === 'video' || kind === 'audio' ? (['captions-where-speech'] as const) : []),
  ...(kind === 'reference' ? [] : (['people-agreed'] as const)),
];
