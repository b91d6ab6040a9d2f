import type { ItemMedia } from '../contract-items.ts';
import type { MultipleChoice, SingleChoice } from './items/choice.ts';
import type { Cloze } from './items/cloze.ts';
import type { HotSpot } from './items/hot-spot.ts';
import type { Matching } from './items/matching.ts';
import type { Numeric } from './items/numeric.ts';
import type { Ordering } from './items/ordering.ts';
import type { Essay, FileAnswer } from './items/person-marked.ts';
import type { PracticalTask } from './items/practical-task.ts';
import type { ShortAnswer } from './items/short-answer.ts';
import type { TrueFalse } from './items/true-false.ts';

/** A possible answer and what it is worth, in percent of the question (−100 to 100). */
export type Option = {
  readonly text: string;
  readonly weight: number;
  readonly feedback?: string;
  /** Of options that are shown. */
  readonly media?: readonly Media[];
};
export type Media = Readonly<ItemMedia>;

type About = {
  readonly title: string;
  readonly stem: string;
  readonly media?: readonly Media[];
  /** The author's explanation, shown after the attempt is handed in. */
  readonly explanation?: string;
  /** The author's word on a response that earns everything, a part, or nothing; beside what its parts say. */
  readonly whenRight?: string;
  readonly whenPartly?: string;
  readonly whenWrong?: string;
  readonly competenceCode?: string;
  readonly level?: string;
  readonly tags?: readonly string[];
  /** Where it comes from: a book, a course, a colleague. */
  readonly source?: string;
  /** On what terms it may be used, such as CC BY 4.0. */
  readonly licence?: string;
};

/** What is particular to each kind of question. */
type Bodies = {
  readonly 'single-choice': SingleChoice;
  readonly 'multiple-choice': MultipleChoice;
  readonly 'true-false': TrueFalse;
  readonly 'short-answer': ShortAnswer;
  readonly numeric: Numeric;
  readonly matching: Matching;
  readonly ordering: Ordering;
  readonly cloze: Cloze;
  readonly 'hot-spot': HotSpot;
  readonly 'practical-task': PracticalTask;
  readonly essay: Essay;
  readonly 'file-answer': FileAnswer;
};
export type Kind = keyof Bodies;
export type QuestionOf<K extends Kind> = { [P in K]: About & { readonly kind: P } & Bodies[P] }[K];

/** A question with its key: what an author wrote. Never leaves the service as it is. */
export type Question = QuestionOf<Kind>;
