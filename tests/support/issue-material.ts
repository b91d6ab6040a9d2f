import { vi as vitest } from 'vitest';
import { libraryRoutes } from '../../services/library/contract.ts';
import type { Client } from './client.ts';

/** Polling of vitest's own is for tests alone. */
const PATIENCE = { timeout: 60_000, interval: 100 };

/** Resolves once the library has heard of a file that is ready, which is a moment later. */
export const untilInLibrary = (maker: Client, materialId: string): Promise<boolean> =>
  vitest.waitUntil(
    async () => (await maker.call(libraryRoutes.getDeskMaterial, { params: { materialId } })).status === 200,
    PATIENCE,
  );

const CHECKS = [
  'content-right',
  'competence-fits',
  'licence-clear',
  'captions-where-speech',
  'people-agreed',
] as const;

type Persons = {
  /** Who sent the file or made the material. */
  readonly maker: Client;
  readonly appraiser: Client;
};

/** Says what is missing about a material, and hands it in. A file's material is named after the file. */
export async function handIn({ maker }: Pick<Persons, 'maker'>, materialId: string): Promise<void> {
  const params = { materialId };
  const { draft, revision } = await maker.ok(libraryRoutes.getDeskMaterial, { params });
  if (!draft || draft.state === 'submitted') return;
  const { title, summary, language, tracks, audiences, competenceCodes, url, citation, altText } = draft;
  const edited = await maker.ok(libraryRoutes.editMaterial, {
    params,
    body: {
      ...{ revision, title, summary, language, audiences, competenceCodes, url, citation, altText },
      tracks: tracks.length > 0 ? tracks : ['everyday-skills'],
      licence: draft.licence ?? 'CC BY 4.0',
      source: draft.source ?? 'Trung tâm',
      peopleShown: draft.peopleShown === 'unknown' ? 'nobody' : draft.peopleShown,
    },
  });
  await maker.ok(libraryRoutes.submitMaterial, { params, body: { revision: edited.revision } });
}

/** A second person looks at everything and issues a material that its maker hands in. */
export async function issueMaterial(persons: Persons, materialId: string): Promise<void> {
  await handIn(persons, materialId);
  const params = { materialId };
  const { revision } = await persons.appraiser.ok(libraryRoutes.getDeskMaterial, { params });
  const body = { verdict: 'issued' as const, revision, checks: [...CHECKS] };
  await persons.appraiser.ok(libraryRoutes.appraiseMaterial, { params, body });
}
