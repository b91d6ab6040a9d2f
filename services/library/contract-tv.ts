import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, IdempotencyKey, Instant } from '#shared/contract/values.ts';
import { Edition } from './contract-values.ts';

export const MaterialCard = Edition.pick({
  version: true,
  kind: true,
  title: true,
  summary: true,
  language: true,
  tracks: true,
  audiences: true,
  competenceCodes: true,
  access: true,
  courseId: true,
  lessonNo: true,
  durationMs: true,
})
  .extend({ materialId: Id, issuedAt: Instant })
  .meta({ id: 'MaterialCard' });
export type MaterialCard = z.infer<typeof MaterialCard>;

export const MaterialPage = MaterialCard.extend({
  licence: z.string(),
  source: z.string(),
  assetId: Id.optional(),
  url: z.string().optional(),
  citation: z.string().optional(),
  understood: z.int(),
  notUnderstood: z.int(),
  /** Persons and days. */
  openings: z.int(),
}).meta({ id: 'MaterialPage' });
export type MaterialPage = z.infer<typeof MaterialPage>;

/** Digits alone: a television's remote has no letters. */
const TvCode = z.object({ code: z.string().regex(/^\d{6}$/), closesAt: Instant }).meta({ id: 'TvCode' });
const params = z.object({ materialId: Id });
const staff = ['content-staff', 'teacher', 'training-head', 'youth-union'] as const;

/** Short codes by which a hall's television opens a material: a part of `libraryRoutes`. */
export const tvRoutes = {
  openTvCode: route({
    method: 'POST',
    path: '/v1/materials/{materialId}/tv-code',
    roles: staff,
    summary:
      'A code of six digits that opens the material on a television until the end of the day; the former one ends',
    params,
    headers: IdempotencyKey,
    answers: { 201: TvCode },
    refusals: ['not-found', 'conflict'],
  }),
  closeTvCode: route({
    method: 'DELETE',
    path: '/v1/materials/{materialId}/tv-code',
    roles: staff,
    summary: 'End the code of a material before its time',
    params,
    answers: { 204: z.undefined() },
    refusals: ['conflict'],
  }),
  findByTvCode: route({
    method: 'GET',
    path: '/v1/tv-codes/{code}',
    roles: 'public',
    summary:
      'The material that a code opens; too many wrong codes and none are answered for the rest of the hour',
    params: z.object({ code: z.string().regex(/^\d{6}$/) }),
    answers: { 200: MaterialPage },
    refusals: ['not-found', 'too-many-codes'],
  }),
};
