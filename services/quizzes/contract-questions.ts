import * as z from 'zod';
import { CompetenceCode, Licence, Provenance } from '#shared/contract/values.ts';
import { ElementRole, ItemMedia, MAX_ANSWER_FILE, ScreenKind } from './contract-items.ts';

const Words = z.string().min(1).max(2000);
const Weight = z.number().min(-100).max(100);
const media = z.array(ItemMedia).min(1).max(6).optional();

const about = {
  title: z.string().min(1).max(200),
  stem: Words,
  media,
  explanation: Words.optional(),
  whenRight: Words.optional(),
  whenPartly: Words.optional(),
  whenWrong: Words.optional(),
  competenceCode: CompetenceCode.optional(),
  level: z
    .string()
    .regex(/^(CB|TC|NC|CS)[12]$/)
    .optional(),
  tags: z.array(z.string().trim().min(1).max(40)).max(10).optional(),
  source: Provenance.optional(),
  licence: Licence.optional(),
};

const Option = z.strictObject({
  text: z.string().max(500),
  weight: Weight,
  feedback: Words.optional(),
  media,
});
const options = { options: z.array(Option).max(20) };
const accepted = {
  accepted: z.array(Option.omit({ media: true })).max(20),
  compare: z.enum(['exact', 'folded']).optional(),
};
const ranges = {
  accepted: z
    .array(z.strictObject({ low: z.number(), high: z.number(), weight: Weight, feedback: Words.optional() }))
    .max(20),
  otherwise: Words.optional(),
};

const share = { share: z.number().positive().max(100) };
const Gap = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('single-choice'),
    ...share,
    // The list of a gap shows words alone.
    options: z.array(Option.omit({ media: true })).max(20),
  }),
  z.strictObject({ kind: z.literal('short-answer'), ...share, ...accepted }),
  z.strictObject({ kind: z.literal('numeric'), ...share, ...ranges }),
]);

const Thousandths = z.int().min(0).max(1000);
const Point = z.strictObject({ x: Thousandths, y: Thousandths });
const Radius = z.int().min(1).max(1000);
export const Shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rectangle'), from: Point, to: Point }),
  z.strictObject({ kind: z.literal('ellipse'), centre: Point, radiusX: Radius, radiusY: Radius }),
  z.strictObject({ kind: z.literal('polygon'), corners: z.array(Point).min(3).max(30) }),
]);

const Level = z.strictObject({ points: z.int().min(0).max(100), words: z.string().max(500) });
const rubric = {
  rubric: z.strictObject({
    criteria: z.array(z.strictObject({ name: z.string().max(200), levels: z.array(Level).max(10) })).max(10),
  }),
};
const WordCount = z.int().min(1).max(5000).optional();

/** A question with its key, as an author sends it: its shape. What is wrong within it says `complaintsOf`. */
export const AuthoredQuestion = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('single-choice'), ...about, ...options }),
    z.strictObject({
      kind: z.literal('multiple-choice'),
      ...about,
      ...options,
      scoring: z.enum(['all-or-nothing', 'without-penalty']).optional(),
    }),
    z.strictObject({ kind: z.literal('true-false'), ...about, isTrue: z.boolean() }),
    z.strictObject({ kind: z.literal('short-answer'), ...about, ...accepted }),
    z.strictObject({ kind: z.literal('numeric'), ...about, ...ranges }),
    z.strictObject({
      kind: z.literal('matching'),
      ...about,
      pairs: z.array(z.strictObject({ prompt: Words, choice: Words })).max(20),
      distractors: z.array(Words).max(20),
      scoring: z.literal('all-or-nothing').optional(),
    }),
    z.strictObject({
      kind: z.literal('ordering'),
      ...about,
      entries: z.array(Words).max(20),
      scoring: z.enum(['all-or-nothing', 'by-place', 'by-neighbours']),
    }),
    z.strictObject({ kind: z.literal('cloze'), ...about, passage: z.array(z.union([Words, Gap])).max(40) }),
    z.strictObject({
      kind: z.literal('hot-spot'),
      ...about,
      picture: ItemMedia,
      picks: z.int().min(1).max(20),
      areas: z.array(z.strictObject({ shape: Shape, weight: Weight, feedback: Words.optional() })).max(20),
    }),
    z.strictObject({
      kind: z.literal('practical-task'),
      ...about,
      task: z.enum(['find', 'step']),
      screen: ScreenKind,
      elements: z
        .array(
          z.strictObject({
            role: ElementRole,
            text: Words,
            label: z.string().min(1).max(100).optional(),
            weight: Weight.optional(),
            feedback: Words.optional(),
          }),
        )
        .max(40),
    }),
    z.strictObject({
      kind: z.literal('essay'),
      ...about,
      ...rubric,
      minWords: WordCount,
      maxWords: WordCount,
    }),
    z.strictObject({
      kind: z.literal('file-answer'),
      ...about,
      ...rubric,
      mediaTypes: z
        .array(z.string().regex(/^[a-z]+\/([a-z0-9.+-]+|\*)$/))
        .min(1)
        .max(10),
      maxFiles: z.int().min(1).max(10),
      maxBytes: z.int().min(1).max(MAX_ANSWER_FILE).optional(),
    }),
  ])
  .meta({ id: 'AuthoredQuestion' });
export type AuthoredQuestion = z.infer<typeof AuthoredQuestion>;
