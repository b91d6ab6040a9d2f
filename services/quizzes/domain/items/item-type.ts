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
  /** The question as one attempt shows it, without what all kinds have, and the order that undoes the shuffle. */
  readonly present: (
    question: QuestionOf<K>,
    shuffle: Shuffle,
  ) => { readonly seen: Omit<SeenOf<K>, 'kind' | 'itemId' | 'stem'>; readonly order: readonly number[] };
  /** Whether a response answers what was shown: ids that were shown, none twice. */
  readonly fits: (seen: SeenOf<K>, response: ResponseOf<K>) => boolean;
  /** What a response earns, part by part. Parts are summed and kept within 0 and 100 by the caller. */
  readonly credit: (shown: Shown<K>, response: ResponseOf<K>) => readonly Credit[];
  /** A response that earns everything, in the ids of the attempt: the author's first where several do. */
  readonly right: (shown: Shown<K>) => ResponseOf<K>;
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

/** The first of those that earn most. */
export const best = <T extends Credit>(accepted: readonly T[]): T | undefined =>
  accepted.toSorted((a, b) => b.weight - a.weight)[0];
