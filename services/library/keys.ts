import type { Collection } from './domain/collections.ts';

/**
 * Access patterns of the library table:
 * AP1 material by id                        MATERIALS / MATERIAL#material
 * AP2 all materials, newest first           MATERIALS / MATERIAL#…, descending (an id starts with its time)
 * AP3 materials of their maker              gsi1: MAKER#person / MATERIAL#material, descending
 * AP4 what waits, longest first             WAITING / submittedAt#material
 * AP5 what was decided about a material     MATERIAL#material / DECISION#revision
 * AP6 what is listed, newest first          LISTED#collection / issuedAt#material, descending
 * AP7 how much is listed                    COLLECTIONS / COUNTS, a number per collection
 * AP8 rating of a person                    RATING#material / PERSON#person
 * AP9 figures of a material                 FIGURES#material / META
 * AP10 opened on a day by a person          OPENED#material / day#person, kept two days
 * AP11 code for televisions by its digits   TV-CODE#code / META
 * AP12 code of a material                   MATERIAL#material / TV-CODE, names the code
 * AP13 wrong codes of an hour               WRONG-CODES#who / hour, and WRONG-CODES / hour (shared/store/try-store.ts)
 * AP14 what the catalogue says of a material  CATALOGUE / MATERIAL#material
 * AP15 what changed in it since, in order   gsi1: CATALOGUE / changedAt#material
 * AP16 what is said, or written on pages     TRANSCRIPT#asset / LANGUAGE#language
 * AP17 what came of that since, in order    gsi1: TRANSCRIPTS / at#asset#language, but of files that are gone
 * AP18 whether a file is still there          FILE#asset / META
 *
 * What is listed stands once in every collection that it belongs to, written in one transaction with the material, so a
 * withdrawal is in every list at once. MATERIALS is one partition: materials change tens of times a day, and what
 * changes with every reader lies elsewhere.
 */
export const materialKey = (materialId: string) => ({ pk: 'MATERIALS', sk: `MATERIAL#${materialId}` });
export const makerKey = (personId: string, materialId: string) => ({
  gsi1pk: `MAKER#${personId}`,
  gsi1sk: `MATERIAL#${materialId}`,
});
export const waitingKey = (submittedAt: string, materialId: string) => ({
  pk: 'WAITING',
  sk: `${submittedAt}#${materialId}`,
});
export const decisionKey = (materialId: string, revision: number) => ({
  pk: `MATERIAL#${materialId}`,
  sk: `DECISION#${String(revision).padStart(6, '0')}`,
});
export const listedKey = (collection: Collection, issuedAt: string, materialId: string) => ({
  pk: `LISTED#${collection}`,
  sk: `${issuedAt}#${materialId}`,
});
export const countsKey = { pk: 'COLLECTIONS', sk: 'COUNTS' };
export const ratingKey = (materialId: string, personId: string) => ({
  pk: `RATING#${materialId}`,
  sk: `PERSON#${personId}`,
});
export const figuresKey = (materialId: string) => ({ pk: `FIGURES#${materialId}`, sk: 'META' });
export const openedKey = (materialId: string, day: string, personId: string) => ({
  pk: `OPENED#${materialId}`,
  sk: `${day}#${personId}`,
});
export const tvCodeKey = (code: string) => ({ pk: `TV-CODE#${code}`, sk: 'META' });
export const tvCodeOfKey = (materialId: string) => ({ pk: `MATERIAL#${materialId}`, sk: 'TV-CODE' });
export const catalogueKey = (materialId: string) => ({ pk: 'CATALOGUE', sk: `MATERIAL#${materialId}` });
export const transcriptKey = (assetId: string, language: string) => ({
  pk: `TRANSCRIPT#${assetId}`,
  sk: `LANGUAGE#${language}`,
});
export const fileKey = (assetId: string) => ({ pk: `FILE#${assetId}`, sk: 'META' });
export const changedKey = (of: 'CATALOGUE' | 'TRANSCRIPTS', at: string, name: string) => ({
  gsi1pk: of,
  gsi1sk: `${at}#${name}`,
});
