import { listedOf, type Material } from './material.ts';
import type { Searchable } from './search/searchable.ts';

/** What a listed material tells the world about itself. */
export interface CatalogueEntry {
  readonly version: number;
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly licence: string;
  readonly source: string;
  readonly tracks: readonly string[];
  readonly audiences: readonly string[];
  readonly competenceCodes: readonly string[];
  readonly access: 'open' | 'enrolled';
  readonly issuedAt: string;
  readonly durationMs?: number;
  readonly assetId?: string;
  readonly courseId?: string;
  readonly lessonNo?: number;
  readonly url?: string;
  readonly citation?: string;
}

/**
 * A material as it is found and harvested. One that was withdrawn stays as a record without an entry: whoever took it
 * over from us learns of it (OAI-PMH 2.0, section 2.5.1, deleted records).
 */
export interface CatalogueRecord {
  readonly materialId: string;
  /** Of the material when this was noted; an older one never replaces a newer. */
  readonly revision: number;
  /** ISO 8601 UTC; what harvesters ask by. */
  readonly changedAt: string;
  readonly entry?: CatalogueEntry;
}

/** What the catalogue says of a material as it is now. */
export function catalogueRecordOf(material: Material): CatalogueRecord {
  const { materialId, revision, changedAt } = material;
  const listed = listedOf(material);
  if (!listed) return { materialId, revision, changedAt };
  const { editedBy: _editedBy, peopleShown: _peopleShown, licence = '', source = '', ...entry } = listed;
  return { materialId, revision, changedAt, entry: { ...entry, licence, source } };
}

/** Names of tracks and competences, so that they can be looked for in words. */
export type NamesOf = (facet: { readonly track?: string; readonly competence?: string }) => string;

const facetsOf = ({ kind, language, tracks, audiences, competenceCodes }: CatalogueEntry): string[] => [
  `kind:${kind}`,
  `language:${language}`,
  ...tracks.map((track) => `track:${track}`),
  ...audiences.map((audience) => `audience:${audience}`),
  ...competenceCodes.map((code) => `competence:${code}`),
];

/** What the index keeps of a material; `spoken` is what is said in it or written on its pages. */
export function searchableOf(
  materialId: string,
  entry: CatalogueEntry,
  spoken: string,
  namesOf: NamesOf,
): Searchable {
  const names = [
    ...entry.tracks.map((track) => namesOf({ track })),
    ...entry.competenceCodes.map((competence) => namesOf({ competence })),
  ];
  return {
    id: materialId,
    title: entry.title,
    about: [entry.summary, entry.source, entry.citation ?? '', ...names].join(' '),
    spoken,
    facets: facetsOf(entry),
  };
}
