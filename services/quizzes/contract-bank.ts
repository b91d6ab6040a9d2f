import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { CompetenceCode, Id, IdempotencyKey, Instant } from '#shared/contract/values.ts';
import { BankItem, Decision, ItemStatus } from './contract-bank-items.ts';
import { ItemKind, Response, SeenItem } from './contract-items.ts';
import { AuthoredQuestion } from './contract-questions.ts';

const staff = ['teacher', 'training-head'] as const;
const Level = z.string().regex(/^(CB|TC|NC|CS)[12]$/);
const Preview = z.object({
  /** As learners see it, in its author's order where that tells nothing. */
  seen: SeenItem,
  /** What earns everything, in the ids of `seen`; absent for what a person marks. */
  right: Response.optional(),
});

const ItemChangeOfField = z.object({
  /** A member of the question as its author wrote it. */
  field: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});

/** What teachers and the training office do with a bank: a part of `quizRoutes`. */
export const bankRoutes = {
  listBankItems: route({
    method: 'GET',
    path: '/v1/item-banks/{courseId}/items',
    roles: staff,
    summary:
      'The questions of a course’s bank by title, without keys. `search` looks at beginnings of words and needs no marks',
    params: z.object({ courseId: Id }),
    query: z.object({
      cursor: z.string().max(2000).optional(),
      search: z.string().max(200).optional(),
      kind: ItemKind.optional(),
      status: ItemStatus.optional(),
      competenceCode: CompetenceCode.optional(),
      level: Level.optional(),
      tag: z.string().max(40).optional(),
      writtenBy: Id.optional(),
      /** Written by the caller, or by somebody else. */
      author: z.enum(['me', 'others']).optional(),
    }),
    answers: { 200: z.object({ items: z.array(BankItem), next: z.string().optional() }) },
    refusals: ['invalid-cursor'],
  }),
  listBankTags: route({
    method: 'GET',
    path: '/v1/item-banks/{courseId}/tags',
    roles: staff,
    summary: 'The tags that questions of a bank have or had, by which it is narrowed',
    params: z.object({ courseId: Id }),
    answers: { 200: z.object({ tags: z.array(z.string()) }) },
  }),
  getBankItem: route({
    method: 'GET',
    path: '/v1/item-banks/{courseId}/items/{itemId}',
    roles: staff,
    summary: 'One question of a bank at its latest version, with its key',
    params: z.object({ courseId: Id, itemId: Id }),
    answers: {
      200: z.object({
        item: BankItem,
        question: AuthoredQuestion,
        ...Preview.shape,
      }),
    },
    refusals: ['not-found'],
  }),
  previewItem: route({
    method: 'POST',
    path: '/v1/item-banks/{courseId}/previews',
    roles: staff,
    summary:
      'A question as learners would see it, before it is written and whatever it lacks; nothing is kept',
    params: z.object({ courseId: Id }),
    body: z.strictObject({ question: AuthoredQuestion }),
    answers: { 200: Preview },
  }),
  createItem: route({
    method: 'POST',
    path: '/v1/item-banks/{courseId}/items',
    roles: staff,
    summary: 'Write a question into a bank, as a draft; the same question again is the same item',
    params: z.object({ courseId: Id }),
    headers: IdempotencyKey,
    body: z.strictObject({ question: AuthoredQuestion }),
    answers: { 201: BankItem },
    refusals: ['item-faulty', 'title-taken'],
  }),
  editItem: route({
    method: 'PUT',
    path: '/v1/item-banks/{courseId}/items/{itemId}',
    roles: staff,
    summary:
      'Write a next version of a question over the one that was read, as a draft; the approved one goes on being drawn',
    params: z.object({ courseId: Id, itemId: Id }),
    body: z.strictObject({ question: AuthoredQuestion, version: z.int().min(1) }),
    answers: { 200: BankItem },
    refusals: ['not-found', 'item-faulty', 'title-stays', 'item-changed'],
  }),
  listItemVersions: route({
    method: 'GET',
    path: '/v1/item-banks/{courseId}/items/{itemId}/versions',
    roles: staff,
    summary:
      'Who wrote each version of a question, what changed, and who decided what about it; newest first',
    params: z.object({ courseId: Id, itemId: Id }),
    answers: {
      200: z.object({
        versions: z.array(
          z.object({
            version: z.int(),
            writtenBy: Id,
            writtenAt: Instant,
            decision: Decision.extend({ verdict: z.enum(['approved', 'rejected']) }).optional(),
            withdrawal: Decision.optional(),
            changes: z.array(ItemChangeOfField),
          }),
        ),
      }),
    },
    refusals: ['not-found'],
  }),
  listAlikeItems: route({
    method: 'GET',
    path: '/v1/item-banks/{courseId}/alike-items',
    roles: staff,
    summary:
      'Pairs of questions of a bank that ask nearly the same in nearly the same words, most alike first',
    params: z.object({ courseId: Id }),
    answers: {
      200: z.object({
        pairs: z.array(
          z.object({
            /** Share of word pairs in common, 0 to 1. */
            share: z.number(),
            items: z.array(z.object({ itemId: Id, title: z.string(), stem: z.string() })),
          }),
        ),
      }),
    },
  }),
};
