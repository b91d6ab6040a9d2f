/** What can be wrong with one question of a file; the sentences are in problems.ts. */
export type FaultCode =
  | 'syntax'
  | 'no-answers'
  | 'essay'
  | 'no-stem'
  | 'no-right-answer'
  | 'weights-do-not-sum'
  | 'option-twice'
  | 'one-option'
  | 'too-few-pairs'
  | 'prompt-twice'
  | 'unknown-competence'
  | 'title-twice'
  | 'too-long';

/** `line` counts from 1 in the file and is where the fault was met, or where the question begins. */
export type GiftFault = { readonly line: number; readonly title?: string; readonly code: FaultCode };
