import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, Line } from '#shared/contract/values.ts';
import { Check, DeskMaterial, WithdrawalReason } from './contract-values.ts';

const params = z.object({ materialId: Id });
const revision = z.int().min(1);

/** What a second person decides about materials: a part of `libraryRoutes`. */
export const appraisalRoutes = {
  appraiseMaterial: route({
    method: 'POST',
    path: '/v1/desk-materials/{materialId}/appraisals',
    roles: ['training-head'],
    summary: 'Issue the version that waits, or return it with remarks; never by somebody who worked on it',
    params,
    body: z.discriminatedUnion('verdict', [
      z.strictObject({
        verdict: z.literal('issued'),
        revision,
        /** Every point that was looked at and found right. */
        checks: z.array(Check).max(10),
        remarks: Line(1000).optional(),
      }),
      z.strictObject({
        verdict: z.literal('returned'),
        revision,
        checks: z.array(Check).max(10),
        remarks: Line(1000),
      }),
    ]),
    answers: { 200: DeskMaterial },
    refusals: [
      'not-found',
      'own-material',
      'not-waiting',
      'material-changed',
      'checks-open',
      'file-gone',
      'conflict',
    ],
  }),
  withdrawMaterial: route({
    method: 'POST',
    path: '/v1/desk-materials/{materialId}/withdrawal',
    roles: ['training-head', 'content-staff', 'teacher', 'youth-union'],
    summary:
      'Take an issued material off every list at once; teachers and the youth union only what is theirs',
    params,
    body: z.strictObject({ reason: WithdrawalReason, remarks: Line(1000).optional() }),
    answers: { 200: DeskMaterial },
    refusals: ['not-found', 'not-issued', 'conflict'],
  }),
  reinstateMaterial: route({
    method: 'DELETE',
    path: '/v1/desk-materials/{materialId}/withdrawal',
    roles: ['training-head'],
    summary: 'List a withdrawn material again, as it was; never by somebody who worked on it',
    params,
    answers: { 200: DeskMaterial },
    refusals: ['not-found', 'not-issued', 'own-material', 'file-gone', 'conflict'],
  }),
};
