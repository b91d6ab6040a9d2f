import type { CatalogueEntry, CatalogueRecord } from '../domain/catalogue.ts';
import type { SearchAnswer, SearchRequest } from '../domain/search/material-index.ts';
import { linesSaying, type Transcript, type TranscriptLine } from '../domain/transcript.ts';

const PAGE = 20;
/** As many digits as a cursor has. */
const LAST = 999;

export type Search = {
  readonly q: string;
  /** How many were shown before. */
  readonly cursor?: number | undefined;
} & Readonly<Partial<Record<'track' | 'competence' | 'kind' | 'language' | 'audience', string | undefined>>>;

/** What can be searched, as the shelf keeps it. */
export type Shelf = {
  readonly index: { search(request: SearchRequest): SearchAnswer };
  recordOf(materialId: string): CatalogueRecord | undefined;
  /** Only of what everybody may see. */
  transcriptOf(record: CatalogueRecord): Transcript | undefined;
};

export type Found = CatalogueEntry & { readonly materialId: string; readonly lines: TranscriptLine[] };

export type SearchPage = {
  readonly materials: Found[];
  readonly total: number;
  readonly corrected?: string;
  readonly next?: string;
};

/** A page of what is found, best first, with the places where the words are said or written. */
export function searchMaterials(shelf: Shelf, { q, cursor = 0, ...narrowing }: Search): SearchPage {
  const facets = Object.entries(narrowing).flatMap(([name, value]) => (value ? [`${name}:${value}`] : []));
  const { hits, total, corrected } = shelf.index.search({ query: q, facets, limit: cursor + PAGE });
  const materials = hits.slice(cursor).flatMap(({ id }): Found[] => {
    const record = shelf.recordOf(id);
    if (!record?.entry) return [];
    const transcript = shelf.transcriptOf(record);
    const lines = transcript ? linesSaying(transcript.lines, corrected ?? q) : [];
    return [{ ...record.entry, materialId: id, lines }];
  });
  const shown = cursor + PAGE;
  const next = shown < Math.min(total, LAST) ? String(shown) : undefined;
  return { materials, total, ...(corrected && { corrected }), ...(next && { next }) };
}
