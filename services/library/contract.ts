import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { CompetenceCode, Id, Instant, LanguageTag } from '#shared/contract/values.ts';
import { appraisalRoutes } from './contract-appraisal.ts';
import { authoringRoutes } from './contract-authoring.ts';
import { harvestRoutes } from './contract-search.ts';
import { MaterialCard, MaterialPage, tvRoutes } from './contract-tv.ts';
import { Audience, MaterialKind, Track } from './contract-values.ts';

const Ratings = z.object({
  understood: z.int(),
  notUnderstood: z.int(),
});

const readingRoutes = {
  listMaterials: route({
    method: 'GET',
    path: '/v1/materials',
    roles: 'public',
    summary:
      'What was appraised and issued, newest first; of one track or one competence, and narrowed further',
    query: z
      .object({
        track: Track.optional(),
        competence: CompetenceCode.optional(),
        kind: MaterialKind.optional(),
        language: LanguageTag.optional(),
        audience: Audience.optional(),
        cursor: z.string().max(2000).optional(),
      })
      .refine(({ track, competence }) => track === undefined || competence === undefined, {
        path: ['competence'],
        error: 'name a track or a competence, not both',
      }),
    answers: { 200: z.object({ materials: z.array(MaterialCard), next: z.string().optional() }) },
    refusals: ['invalid-cursor'],
  }),
  listCollections: route({
    method: 'GET',
    path: '/v1/material-collections',
    roles: 'public',
    summary: 'How many materials are listed: together, in each track, and for each competence that has any',
    answers: {
      200: z.object({
        materials: z.int(),
        tracks: z.array(z.object({ track: Track, materials: z.int() })),
        competences: z.array(z.object({ competenceCode: CompetenceCode, materials: z.int() })),
      }),
    },
  }),
  getMaterial: route({
    method: 'GET',
    path: '/v1/materials/{materialId}',
    roles: 'public',
    summary: 'One material that is listed, with its licence, its source and what people say of it',
    params: z.object({ materialId: Id }),
    answers: { 200: MaterialPage },
    refusals: ['not-found'],
  }),
  openMaterial: route({
    method: 'POST',
    path: '/v1/materials/{materialId}/openings',
    roles: 'anyone',
    summary: 'Say that the material was opened; counted once per person and day',
    params: z.object({ materialId: Id }),
    answers: { 204: z.undefined() },
    refusals: ['not-found'],
  }),
  getRating: route({
    method: 'GET',
    path: '/v1/materials/{materialId}/rating',
    roles: 'anyone',
    summary: 'What the caller said of a material, if anything',
    params: z.object({ materialId: Id }),
    answers: { 200: z.object({ understood: z.boolean().optional(), ratedAt: Instant.optional() }) },
  }),
  rateMaterial: route({
    method: 'PUT',
    path: '/v1/materials/{materialId}/rating',
    roles: 'anyone',
    summary: 'Say whether it was understood; one word per person, which may be changed',
    params: z.object({ materialId: Id }),
    body: z.strictObject({ understood: z.boolean() }),
    answers: { 200: Ratings },
    refusals: ['not-found', 'conflict'],
  }),
};

export { searchRoutes } from './contract-search.ts';
export type { MaterialCard, MaterialPage } from './contract-tv.ts';
export type { DeskMaterial, MaterialFile } from './contract-values.ts';

/** The library: what everybody reads, what its makers hand in, what a second person decides, and codes for televisions. */
export const libraryRoutes = {
  ...readingRoutes,
  ...authoringRoutes,
  ...appraisalRoutes,
  ...tvRoutes,
  ...harvestRoutes,
};
