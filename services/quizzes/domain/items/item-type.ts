import type { FaultCode, Response, SeenItem } from '../../contract.ts';
import type { Kind, QuestionOf } from '../question.ts';

export type SeenOf<K extends Kind> = Extract<SeenItem, { kind: K }>;
export type ResponseOf<K extends Kind> = Extract<Response, { kind: K }>;

/** The numbers 0 to length − 1 in the secret order of one attempt; `part` tells several orders of a question apart. */
export type Shuffle = (length: number, part?: string) => readonly number[];

/** A question in one attempt: `order[i]` is the author's place of what is shown at place i. */
export type Shown<K extends Kind = Kind> = {
  readonly question: QuestionOf<K>;
  readonly order: readonly number[];
};

/** What a response met in the key: worth in percent of the question, and the author's word on it. */
export type Credit = { readonly weight: number; readonly feedback?: string };

/** All that is particular to one kind of question. Learners see `present`; the other functions read the key. */
export type ItemType<K extends Kind> = {
  /** The author's order says nothing about the key, so a quiz may show it as it is. */
  readonly mayKeepOrder?: true;
  /** The question as one attempt shows it, without what all kinds have, and the order that undoes the shuffle. */
  readonly present: (
    question: QuestionOf<K>,
    shuffle: Shuffle,
  ) => {
    readonly seen: Omit<SeenOf<K>, 'kind' | 'itemId' | 'stem' | 'media'>;
    readonly order: readonly number[];
  };
  /** Whether a response answers what was shown: ids that were shown, none twice. */
  readonly fits: (seen: SeenOf<K>, response: ResponseOf<K>) => boolean;
  /** What a response earns, part by part. Parts are summed and kept within 0 and 100 by the caller. */
  readonly credit: (shown: Shown<K>, response: ResponseOf<K>) => readonly Credit[];
  /**
   * A response that earns everything, in the ids of the attempt: the author's first where several do. None for what a
   * person marks.
   */
  readonly right: (shown: Shown<K>) => ResponseOf<K> | undefined;
  /** Of kinds that a person marks: whether a response leaves anything to mark. The machine marks all others. */
  readonly waitsForPerson?: (response: ResponseOf<K>) => boolean;
  /** What is wrong with the question as its author wrote it, the gravest first. */
  readonly complaints: (question: QuestionOf<K>) => readonly FaultCode[];
};

/** Those of `checks` that hold. */
export const complaintsIn = (checks: Partial<Readonly<Record<FaultCode, boolean>>>): readonly FaultCode[] =>
  (Object.keys(checks) as FaultCode[]).filter((code) => checks[code]);

export const repeats = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;

/** Ids that were shown, none twice. */
export const areShown = (ids: readonly string[], shown: readonly string[]): boolean =>
  !repeats(ids) && ids.every((id) => shown.includes(id));

/** Weights such as three times 33.33333 are meant as the whole. Percent. */
const ROUNDING = 0.1;

/** What can be wrong with the weights of which a response may earn several. */
export const weightComplaints = (parts: readonly Credit[]) => {
  const whole = sumOf(parts.filter(({ weight }) => weight > 0));
  return {
    'no-right-answer': whole === 0,
    'weights-do-not-sum': whole > 0 && Math.abs(whole - 100) >= ROUNDING,
  };
};

export const sumOf = (parts: readonly Credit[]): number => parts.reduce((sum, { weight }) => sum + weight, 0);

/** The first of those that earn most. */
export const best = <T extends Credit>(accepted: readonly T[]): T | undefined =>
  accepted.toSorted((a, b) => b.weight - a.weight)[0];

/** Credit for `right` of `all` parts of equal worth. */
export const sharesOf = (right: number, all: number, scoring?: string): readonly Credit[] => {
  if (scoring === 'all-or-nothing') return [{ weight: right === all ? 100 : 0 }];
  return Array.from({ length: right }, () => ({ weight: 100 / all }));
};
