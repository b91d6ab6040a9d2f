import * as z from 'zod';
import { Id } from '#shared/contract/values.ts';

/** Of one file that answers a question, at most. Bytes: a minute on a slow line, and what one function holds at ease. */
export const MAX_ANSWER_FILE = 20 * 1024 * 1024;

/** A picture, sound or film. Named by its content (SHA-256, hex), so a name says nothing and never changes meaning. */
export const ItemMedia = z
  .strictObject({
    fileId: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z.string().max(100),
    /** What there is to see or hear, for whom cannot. */
    alt: z.string().max(1000),
    /** Of a picture, in its own pixels, so that a page keeps its room free. The bank measures; what an author says is not heard. */
    width: z.int().positive().optional(),
    height: z.int().positive().optional(),
    /** Of a film, in bytes, so that a page says what it costs before it is fetched. Measured by the bank, too. */
    byteLength: z.int().positive().optional(),
  })
  .meta({ id: 'ItemMedia' });
export type ItemMedia = z.infer<typeof ItemMedia>;

const shown = { itemId: Id, stem: z.string(), media: z.array(ItemMedia).optional() };
const SeenOption = z.object({
  optionId: z.string(),
  text: z.string(),
  media: z.array(ItemMedia).optional(),
});

const SeenPassage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('single-choice'), gapId: z.string(), options: z.array(SeenOption) }),
  z.object({ kind: z.literal('short-answer'), gapId: z.string() }),
  z.object({ kind: z.literal('numeric'), gapId: z.string() }),
]);

/** What a person will mark by, without the words of its levels. */
const SeenCriteria = z.array(z.object({ name: z.string(), points: z.int() }));

export const ItemKind = z.enum([
  'single-choice',
  'multiple-choice',
  'true-false',
  'short-answer',
  'numeric',
  'matching',
  'ordering',
  'cloze',
  'hot-spot',
  'practical-task',
  'essay',
  'file-answer',
]);

/** What a part of a simulated screen is, and so how it looks. */
export const ElementRole = z.enum([
  'sender',
  'address',
  'time',
  'heading',
  'text',
  'link',
  'field',
  'amount',
  'button',
]);
export const ScreenKind = z.enum(['text-message', 'web-page', 'payment-form', 'permission-dialogue']);

/** A question as a learner sees it: never a key, a weight or feedback. */
export const SeenItem = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('single-choice'), ...shown, options: z.array(SeenOption) }),
    z.object({
      kind: z.literal('multiple-choice'),
      ...shown,
      options: z.array(SeenOption),
      /** As many options may be picked at most. */
      picks: z.int().optional(),
    }),
    z.object({ kind: z.literal('true-false'), ...shown }),
    z.object({ kind: z.literal('short-answer'), ...shown }),
    z.object({ kind: z.literal('numeric'), ...shown }),
    z.object({
      kind: z.literal('matching'),
      ...shown,
      prompts: z.array(z.object({ promptId: z.string(), text: z.string() })),
      choices: z.array(z.object({ choiceId: z.string(), text: z.string() })),
    }),
    z.object({
      kind: z.literal('ordering'),
      ...shown,
      entries: z.array(z.object({ entryId: z.string(), text: z.string() })),
    }),
    z.object({ kind: z.literal('cloze'), ...shown, passage: z.array(SeenPassage) }),
    /** As many places of the picture may be marked at most. */
    z.object({ kind: z.literal('hot-spot'), ...shown, picture: ItemMedia, picks: z.int() }),
    z.object({
      kind: z.literal('practical-task'),
      ...shown,
      /** Finding marks any number of elements, a step is one. */
      task: z.enum(['find', 'step']),
      screen: ScreenKind,
      elements: z.array(
        z.object({
          elementId: z.string(),
          role: ElementRole,
          text: z.string(),
          /** What a field or an amount is. */
          label: z.string().optional(),
        }),
      ),
    }),
    z.object({
      kind: z.literal('essay'),
      ...shown,
      criteria: SeenCriteria,
      minWords: z.int().optional(),
      maxWords: z.int().optional(),
    }),
    z.object({
      kind: z.literal('file-answer'),
      ...shown,
      criteria: SeenCriteria,
      mediaTypes: z.array(z.string()),
      maxFiles: z.int(),
      /** Of one file. */
      maxBytes: z.int(),
    }),
  ])
  .meta({ id: 'SeenItem' });
export type SeenItem = z.infer<typeof SeenItem>;

const ShownId = z.string().max(20);
const Thousandths = z.int().min(0).max(1000);

/** What a person answered; which form fits depends on the item's kind. */
export const Response = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('single-choice'), optionId: ShownId }),
    z.strictObject({ kind: z.literal('multiple-choice'), optionIds: z.array(ShownId).max(20) }),
    z.strictObject({ kind: z.literal('true-false'), value: z.boolean() }),
    z.strictObject({ kind: z.literal('short-answer'), text: z.string().max(500) }),
    z.strictObject({ kind: z.literal('numeric'), text: z.string().max(40) }),
    z.strictObject({ kind: z.literal('matching'), pairs: z.record(ShownId, ShownId) }),
    z.strictObject({ kind: z.literal('ordering'), entryIds: z.array(ShownId).max(20) }),
    /** The option picked, or what was typed. */
    z.strictObject({ kind: z.literal('cloze'), gaps: z.record(ShownId, z.string().max(500)) }),
    /** In thousandths of the picture's width and height, from its top left corner. */
    z.strictObject({
      kind: z.literal('hot-spot'),
      points: z.array(z.strictObject({ x: Thousandths, y: Thousandths })).max(20),
    }),
    z.strictObject({ kind: z.literal('practical-task'), elementIds: z.array(ShownId).max(40) }),
    z.strictObject({ kind: z.literal('essay'), text: z.string().max(20_000) }),
    z.strictObject({
      kind: z.literal('file-answer'),
      files: z
        .array(
          z.strictObject({
            fileId: z.string().regex(/^[0-9a-f]{64}$/),
            name: z.string().max(200),
            mediaType: z.string().max(100),
            bytes: z.int().positive(),
          }),
        )
        .max(10),
    }),
  ])
  .meta({ id: 'Response' });
export type Response = z.infer<typeof Response>;
