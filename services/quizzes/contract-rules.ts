import * as z from 'zod';
import { Hundredths, Instant } from '#shared/contract/values.ts';

/** When a learner gets to see a part of what became of an attempt. */
export const Release = z.enum(['after-submission', 'after-last-attempt', 'after-close', 'never']);
export type Release = z.infer<typeof Release>;

/**
 * `marks` are those of the attempt and of each question; `explanations` include the author's word on what was answered.
 * All attempts at a quiz ask the same questions, so what is shown early can be of use in a further attempt.
 */
const ReviewPolicy = z.strictObject({
  marks: Release.default('after-submission'),
  answers: Release.default('after-submission'),
  explanations: Release.default('after-submission'),
  rightAnswers: Release.default('after-last-attempt'),
});

const Shuffle = z.strictObject({ items: z.boolean().default(true), options: z.boolean().default(true) });

/** What the training office decides about a quiz; `ruleFaults` in the domain says which rules fit together. */
export const quizRules = {
  opensAt: Instant.optional(),
  /** No attempt starts or goes on after it. */
  closesAt: Instant.optional(),
  timeLimitMinutes: z.int().min(1).max(240).optional(),
  attemptsAllowed: z.int().min(1).max(20),
  passHundredths: Hundredths,
  shuffle: Shuffle.prefault({}),
  /** `one-way`: once a later question is answered, the earlier ones take no more answers. */
  navigation: z.enum(['free', 'one-way']).default('free'),
  review: ReviewPolicy.prefault({}),
  /** `teacher`: marks are provisional until a teacher confirms them. */
  confirmation: z.enum(['automatic', 'teacher']).default('automatic'),
  /** How many people mark an answer that needs one. */
  markers: z.union([z.literal(1), z.literal(2)]).default(1),
  /** By how much of 100 points two markers may differ; else the training office decides. */
  markTolerance: z.int().min(0).max(100).default(10),
  /** For so long after the deadline answers given offline before it are still taken; 0 for not at all. */
  lateSyncHours: z.int().min(0).max(168).default(0),
};
