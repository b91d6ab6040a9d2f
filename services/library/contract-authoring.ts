import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, IdempotencyKey } from '#shared/contract/values.ts';
import { about, Citation, DeskMaterial, MaterialFile, WebAddress } from './contract-values.ts';

const makers = ['content-staff', 'teacher', 'youth-union'] as const;
const staff = [...makers, 'training-head', 'director'] as const;
const params = z.object({ materialId: Id });
const revision = z.int().min(1);

/** How materials are made and handed in: a part of `libraryRoutes`. */
export const authoringRoutes = {
  createMaterial: route({
    method: 'POST',
    path: '/v1/materials',
    roles: makers,
    summary:
      'Describe an address on the web or a reference document; files become materials once they are ready',
    headers: IdempotencyKey,
    body: z.discriminatedUnion('kind', [
      z.strictObject({ ...about, kind: z.literal('link'), url: WebAddress }),
      z.strictObject({
        ...about,
        kind: z.literal('reference'),
        citation: Citation,
        url: WebAddress.optional(),
      }),
    ]),
    answers: { 201: DeskMaterial },
  }),
  listDeskMaterials: route({
    method: 'GET',
    path: '/v1/desk-materials',
    roles: staff,
    summary:
      'Materials with their drafts, newest first, or those that wait to be appraised, longest waiting first',
    query: z.object({
      /** `own` are the caller's; a teacher and the youth union see no others. */
      of: z.enum(['own', 'waiting', 'all']),
      cursor: z.string().max(2000).optional(),
    }),
    answers: { 200: z.object({ materials: z.array(DeskMaterial), next: z.string().optional() }) },
    refusals: ['invalid-cursor'],
  }),
  getDeskMaterial: route({
    method: 'GET',
    path: '/v1/desk-materials/{materialId}',
    roles: staff,
    summary: 'One material with its draft and everything that was decided about it',
    params,
    answers: { 200: MaterialFile },
    refusals: ['not-found'],
  }),
  editMaterial: route({
    method: 'PUT',
    path: '/v1/desk-materials/{materialId}/draft',
    roles: makers,
    summary: 'Change the draft; of an issued material this begins its next version, and the issued one stays',
    params,
    body: z.strictObject({
      revision,
      ...about,
      url: WebAddress.optional(),
      citation: Citation.optional(),
      /** The file of another draft of the caller's, sent for the same course and lesson, which this version takes over. */
      assetFrom: Id.optional(),
    }),
    answers: { 200: DeskMaterial },
    refusals: [
      'not-found',
      'material-waits',
      'material-changed',
      'file-not-free',
      'file-elsewhere',
      'conflict',
    ],
  }),
  submitMaterial: route({
    method: 'POST',
    path: '/v1/desk-materials/{materialId}/submission',
    roles: makers,
    summary: 'Hand the draft in to be appraised; the same again changes nothing',
    params,
    body: z.strictObject({ revision }),
    answers: { 200: DeskMaterial },
    refusals: ['not-found', 'no-draft', 'material-changed', 'file-gone', 'material-incomplete', 'conflict'],
  }),
};
