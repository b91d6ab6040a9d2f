import type { Choice } from './items/choice.ts';
import type { Matching } from './items/matching.ts';
import type { Numeric } from './items/numeric.ts';
import type { ShortAnswer } from './items/short-answer.ts';
import type { TrueFalse } from './items/true-false.ts';

/** A possible answer and what it is worth, in percent of the question (−100 to 100). */
export type Option = { readonly text: string; readonly weight: number; readonly feedback?: string };

type About = {
  readonly title: string;
  readonly stem: string;
  /** The author's explanation, shown after the attempt is handed in. */
  readonly explanation?: string;
  readonly competenceCode?: string;
  readonly level?: string;
};

/** What is particular to each kind of question. */
type Bodies = {
  readonly 'single-choice': Choice;
  readonly 'multiple-choice': Choice;
  readonly 'true-false': TrueFalse;
  readonly 'short-answer': ShortAnswer;
  readonly numeric: Numeric;
  readonly matching: Matching;
};
export type Kind = keyof Bodies;
export type QuestionOf<K extends Kind> = { [P in K]: About & { readonly kind: P } & Bodies[P] }[K];

/** A question with its key: what an author wrote. Never leaves the service as it is. */
export type Question = QuestionOf<Kind>;
