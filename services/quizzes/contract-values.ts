import * as z from 'zod';

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
  'media-without-alt',
  'too-few-entries',
  'no-gaps',
  'no-picture',
  'area-covered',
  'too-few-picks',
  'all-picked-earns',
  'rubric-incomplete',
  'unknown-competence',
  'title-twice',
  'too-long',
]);
export type FaultCode = z.infer<typeof FaultCode>;
