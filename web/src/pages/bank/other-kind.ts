import { blankOf, type Kind, type Question, withAboutOf } from './question-draft.ts';

/** Questions of kinds that were left for another, as they were: each is there again when its kind is chosen again. */
export type Aside = { readonly [K in Kind]?: Question };

/** Rows that two kinds have alike, so that they go over as they are. */
const SHARED = {
  'single-choice': 'options',
  'multiple-choice': 'options',
  essay: 'rubric',
  'file-answer': 'rubric',
} as const satisfies Partial<Record<Kind, string>>;

const sharedPart = (kind: Kind): string | undefined => (SHARED as Partial<Record<Kind, string>>)[kind];

type Worth = { readonly text: string; readonly weight?: number; readonly feedback?: string | undefined };

/** The answers of a question that are texts, from which a list of another kind can begin. */
const textsOf = (question: Question): readonly Worth[] => {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return question.options.map(({ media: _, ...worth }) => worth);
    case 'short-answer':
      return question.accepted;
    case 'ordering':
      return question.entries.map((text) => ({ text }));
    default:
      return [];
  }
};

/** A blank question whose list holds answers of another kind; never fewer rows than a blank one has. */
const begunWith = (blank: Question, texts: readonly Worth[]): Question => {
  const over = <Row>(rows: readonly Row[], rowOf: (text: Worth, blank: Row | undefined) => Row): Row[] => [
    ...texts.map((text, place) => rowOf(text, rows[place])),
    ...rows.slice(texts.length),
  ];
  const worth = <Row extends { readonly weight: number }>(text: Worth, row: Row | undefined) => ({
    weight: row?.weight ?? 0,
    ...text,
  });
  switch (blank.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return { ...blank, options: over(blank.options, worth) };
    case 'short-answer':
      return { ...blank, accepted: over(blank.accepted, worth) };
    case 'ordering':
      return { ...blank, entries: over(blank.entries, ({ text }) => text) };
    default:
      return blank;
  }
};

const partOf = (question: Question, part: string): unknown =>
  (question as Question & Readonly<Record<string, unknown>>)[part];

const isBlank = (question: Question, part: string): boolean =>
  JSON.stringify(partOf(question, part)) === JSON.stringify(partOf(blankOf(question.kind), part));

/** The question as another kind: with the rows both have, else as that kind was left, else begun with the same answers. */
export function asKind(kind: Kind, from: Question, aside: Aside): Question {
  const left = aside[kind];
  const next = withAboutOf(left ?? blankOf(kind), from);
  const part = sharedPart(kind);
  if (part && part === sharedPart(from.kind) && !isBlank(from, part))
    return { ...next, [part]: partOf(from, part) } as Question;
  const texts = textsOf(from);
  return left || texts.every(({ text }) => text === '') ? next : begunWith(next, texts);
}
