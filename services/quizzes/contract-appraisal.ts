import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, Line } from '#shared/contract/values.ts';
import { BankItem } from './contract-bank-items.ts';

const staff = ['teacher', 'training-head'] as const;
const Note = Line(1000);

/** Versions as the caller has looked at them. */
const Seen = z
  .array(z.strictObject({ itemId: Id, version: z.int().min(1) }))
  .min(1)
  .max(100);

/** What a second person decides about items of a bank: a part of `quizRoutes`. */
export const appraisalRoutes = {
  appraiseItems: route({
    method: 'POST',
    path: '/v1/item-banks/{courseId}/appraisals',
    roles: staff,
    summary:
      'Approve or reject versions that somebody else wrote; each is decided by itself, and the same again changes nothing',
    params: z.object({ courseId: Id }),
    body: z.discriminatedUnion('verdict', [
      z.strictObject({ verdict: z.literal('approved'), items: Seen, note: Note.optional() }),
      z.strictObject({ verdict: z.literal('rejected'), items: Seen, note: Note }),
    ]),
    answers: {
      200: z.object({
        outcomes: z.array(
          z.object({
            itemId: Id,
            outcome: z.enum(['approved', 'rejected', 'own-item', 'changed', 'decided', 'not-found']),
            /** Why nothing was decided, in the caller's language. */
            detail: z.string().optional(),
          }),
        ),
      }),
    },
  }),
  withdrawItem: route({
    method: 'POST',
    path: '/v1/item-banks/{courseId}/items/{itemId}/withdrawal',
    roles: staff,
    summary:
      'Take the approved version of a question out of use: nothing is drawn with it and no new attempt asks it; those under way keep it',
    params: z.object({ courseId: Id, itemId: Id }),
    body: z.strictObject({ version: z.int().min(1), note: Note }),
    answers: { 200: BankItem },
    refusals: ['not-found', 'not-approved', 'item-changed', 'conflict'],
  }),
};
