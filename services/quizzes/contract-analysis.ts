import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id } from '#shared/contract/values.ts';

const ItemFlag = z.enum([
  'too-few-attempts',
  'too-easy',
  'too-hard',
  'does-not-separate',
  'separates-wrongly',
  'often-left-blank',
]);
export type ItemFlag = z.infer<typeof ItemFlag>;

const ItemFigures = z
  .object({
    itemId: Id,
    title: z.string(),
    kind: z.string(),
    stem: z.string(),
    attempts: z.int(),
    /** Mean share of the points, 0 to 1. */
    facility: z.number(),
    /** Corrected point-biserial correlation, −1 to 1; absent while everybody earned the same. */
    discrimination: z.number().optional(),
    /** Share of attempts without an answer, 0 to 1. */
    blank: z.number(),
    /** Mean milliseconds that the item was on screen until its answer, by the devices; absent while none said. */
    meanMs: z.int().optional(),
    choices: z.array(
      z.object({ text: z.string(), isRight: z.boolean(), count: z.int(), isIdle: z.boolean() }),
    ),
    flags: z.array(ItemFlag),
    /** The item's present version was written by the caller, who is told first what to look at. */
    isMine: z.boolean(),
  })
  .meta({ id: 'ItemFigures' });

const ItemAnalysis = z
  .object({
    quizId: Id,
    /** Counts the grades that are in the figures. */
    version: z.int(),
    attempts: z.int(),
    /** From so many attempts on an item is judged; before, it only has figures. */
    judgedFrom: z.int(),
    /** Cronbach's alpha; absent when attempts were asked different items. */
    alpha: z.number().optional(),
    items: z.array(ItemFigures),
  })
  .meta({ id: 'ItemAnalysis' });
export type ItemAnalysis = z.infer<typeof ItemAnalysis>;

export const analysisRoutes = {
  getItemAnalysis: route({
    method: 'GET',
    path: '/v1/quizzes/{quizId}/item-analysis',
    roles: ['teacher', 'training-head'],
    summary:
      'How the items of a quiz behave: facility, discrimination, choices; keys are shown, learners are not',
    params: z.object({ quizId: Id }),
    answers: { 200: ItemAnalysis },
    refusals: ['not-found'],
  }),
};
