import type { MaterialCard, MaterialPage } from '../contract.ts';
import { competenceCollection, trackCollection } from '../domain/collections.ts';
import { TRACKS } from '../domain/edition.ts';
import { type Issued, listedOf, type Material } from '../domain/material.ts';
import type { Figures } from '../domain/rating.ts';
import type { ListedCard } from '../listing-changes.ts';
import type { Found } from './search-materials.ts';

export const cardView = (card: ListedCard): MaterialCard => ({
  ...card,
  tracks: [...card.tracks],
  audiences: [...card.audiences],
  competenceCodes: [...card.competenceCodes],
});

/** A material that was found, with the places where the words are said or written. */
export const foundView = ({
  lines,
  licence: _licence,
  source: _source,
  assetId: _assetId,
  ...card
}: Found) => ({
  ...cardView(card as ListedCard),
  spoken: lines.filter((line) => 'startMs' in line),
  written: lines.filter((line) => 'page' in line),
});

/** A listed material with what people say of it. Undefined for one that is not listed. */
export function pageView(material: Material | undefined, figures: Figures): MaterialPage | undefined {
  const listed: Issued | undefined = material && listedOf(material);
  if (!(material && listed)) return undefined;
  const { licence = '', source = '' } = listed;
  return {
    ...cardView({ ...listed, materialId: material.materialId }),
    ...listedDetails(listed),
    licence,
    source,
    ...figures,
  };
}

const listedDetails = (listed: Issued) => ({
  ...('assetId' in listed && { assetId: listed.assetId }),
  ...(listed.url && { url: listed.url }),
  ...(listed.citation && { citation: listed.citation }),
});

/** How much stands in each collection: every track, and the competences that have something, in their order. */
export function collectionsView(counts: Readonly<Record<string, number>>) {
  const prefix = competenceCollection('');
  const competences = Object.entries(counts)
    .filter(([name, materials]) => name.startsWith(prefix) && materials > 0)
    .map(([name, materials]) => ({ competenceCode: name.slice(prefix.length), materials }));
  return {
    materials: counts.all ?? 0,
    tracks: TRACKS.map((track) => ({ track, materials: counts[trackCollection(track)] ?? 0 })),
    competences: competences.sort((a, b) => (a.competenceCode < b.competenceCode ? -1 : 1)),
  };
}
