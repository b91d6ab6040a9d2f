import * as z from 'zod';
import { Id } from '#shared/contract/values.ts';

/** A question as a learner sees it: never a key, a weight or feedback. */
export const SeenItem = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('single-choice'),
      itemId: Id,
      stem: z.string(),
      options: z.array(z.object({ optionId: z.string(), text: z.string() })),
    }),
    z.object({
      kind: z.literal('multiple-choice'),
      itemId: Id,
      stem: z.string(),
      options: z.array(z.object({ optionId: z.string(), text: z.string() })),
    }),
    z.object({ kind: z.literal('true-false'), itemId: Id, stem: z.string() }),
    z.object({ kind: z.literal('short-answer'), itemId: Id, stem: z.string() }),
    z.object({ kind: z.literal('numeric'), itemId: Id, stem: z.string() }),
    z.object({
      kind: z.literal('matching'),
      itemId: Id,
      stem: z.string(),
      prompts: z.array(z.object({ promptId: z.string(), text: z.string() })),
      choices: z.array(z.object({ choiceId: z.string(), text: z.string() })),
    }),
  ])
  .meta({ id: 'SeenItem' });
export type SeenItem = z.infer<typeof SeenItem>;

/** What a person answered; which form fits depends on the item's kind. */
export const Response = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('single-choice'), optionId: z.string().max(20) }),
    z.strictObject({ kind: z.literal('multiple-choice'), optionIds: z.array(z.string().max(20)).max(20) }),
    z.strictObject({ kind: z.literal('true-false'), value: z.boolean() }),
    z.strictObject({ kind: z.literal('short-answer'), text: z.string().max(500) }),
    z.strictObject({ kind: z.literal('numeric'), text: z.string().max(40) }),
    z.strictObject({ kind: z.literal('matching'), pairs: z.record(z.string().max(20), z.string().max(20)) }),
  ])
  .meta({ id: 'Response' });
export type Response = z.infer<typeof Response>;

/** What can be wrong with one question of a GIFT file. */
export const FaultCode = z.enum([
  'syntax',
  'no-answers',
  'essay',
  'no-stem',
  'no-right-answer',
  'weights-do-not-sum',
  'option-twice',
  'one-option',
  'too-few-pairs',
  'prompt-twice',
  'unknown-competence',
  'title-twice',
  'too-long',
]);
export type FaultCode = z.infer<typeof FaultCode>;
