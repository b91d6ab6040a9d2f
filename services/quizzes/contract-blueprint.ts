import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { CompetenceCode, Id } from '#shared/contract/values.ts';
import { ItemKind } from './contract-items.ts';

/** Questions in one quiz, over all rows of its blueprint: what a learner answers in one sitting. */
const MAX_ITEMS = 60;

/** What a row does not name it leaves open. */
const BlueprintRow = z.strictObject({
  competenceCode: CompetenceCode.optional(),
  level: z
    .string()
    .regex(/^(CB|TC|NC|CS)[12]$/)
    .optional(),
  kind: ItemKind.optional(),
  count: z.int().min(1).max(MAX_ITEMS),
  /** What the row is worth, in hundredths of the 10-point scale; all rows say it and come to 1000, or none does. */
  marks: z.int().min(1).max(1000).optional(),
});

/** What a quiz is drawn by: a number of questions, or the rows of a blueprint, which may overlap. */
export const drawRules = {
  itemCount: z.int().min(1).max(MAX_ITEMS).optional(),
  /** Beside `itemCount`: only questions of these are drawn. */
  kinds: z.array(ItemKind).min(1).optional(),
  blueprint: z.array(BlueprintRow).min(1).max(40).optional(),
};

/** What a blueprint can be made of: a part of `quizRoutes`. */
export const blueprintRoutes = {
  countBankItems: route({
    method: 'GET',
    path: '/v1/item-banks/{courseId}/counts',
    roles: ['teacher', 'training-head'],
    summary: 'How many questions that quizzes can draw a bank has, by competence, level and kind',
    params: z.object({ courseId: Id }),
    answers: {
      200: z.object({
        cells: z.array(
          z.object({
            competenceCode: CompetenceCode.optional(),
            level: z.string().optional(),
            kind: ItemKind,
            count: z.int(),
          }),
        ),
      }),
    },
  }),
};
