import type { Response, SeenItem } from '../../../services/quizzes/contract.ts';
import type { ResponseOf, SeenOf } from './full-answer.ts';

type Kind = SeenItem['kind'];

/** The words that an answer is told in beside those of its question. */
type AnswerWords = {
  readonly true: string;
  readonly false: string;
  readonly blank: string;
  readonly marksSet: (n: number) => string;
};

type Lines<K extends Kind> = (
  response: ResponseOf<K>,
  item: SeenOf<K>,
  words: AnswerWords,
) => readonly string[];

/** Of an option that is a picture alone, what there is to see. */
const wordsOf = ({ text, media = [] }: SeenOf<'single-choice'>['options'][number]): string =>
  text || media.map(({ alt }) => alt).join(', ');

const written = ({ text }: { readonly text: string }) => (text.trim() === '' ? [] : [text]);

const clozeLine = (
  { gaps }: ResponseOf<'cloze'>,
  { passage }: SeenOf<'cloze'>,
  { blank }: AnswerWords,
): string =>
  passage
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const given = gaps[part.gapId]?.trim();
      if (!given) return `[${blank}]`;
      if (part.kind !== 'single-choice') return `[${given}]`;
      return `[${part.options.find(({ optionId }) => optionId === given)?.text ?? blank}]`;
    })
    .join('');

const tellers: { readonly [K in Kind]: Lines<K> } = {
  'single-choice': ({ optionId: picked }, { options }) =>
    options.flatMap((option) => (option.optionId === picked ? [wordsOf(option)] : [])),
  'multiple-choice': ({ optionIds }, { options }) =>
    options.flatMap((option) => (optionIds.includes(option.optionId) ? [wordsOf(option)] : [])),
  'true-false': ({ value }, _, words) => [value ? words.true : words.false],
  'short-answer': written,
  numeric: written,
  matching: ({ pairs }, { prompts, choices }) => {
    const texts = new Map(choices.map(({ choiceId, text }) => [choiceId, text]));
    return prompts.flatMap(({ promptId, text }) => {
      const choice = texts.get(pairs[promptId] ?? '');
      return choice === undefined ? [] : [`${text} → ${choice}`];
    });
  },
  ordering: ({ entryIds }, { entries }) => {
    const texts = new Map(entries.map(({ entryId, text }) => [entryId, text]));
    return entryIds.map((id, at) => `${at + 1}. ${texts.get(id) ?? ''}`);
  },
  cloze: (response, item, words) => [clozeLine(response, item, words)],
  'hot-spot': ({ points }, _, words) => (points.length > 0 ? [words.marksSet(points.length)] : []),
  'practical-task': ({ elementIds }, { elements }) =>
    elements.flatMap(({ elementId, text, label }) =>
      elementIds.includes(elementId) ? [label ? `${label}: ${text}` : text] : [],
    ),
  essay: written,
  'file-answer': ({ files }) => files.map(({ name }) => name),
};

/** Kinds whose answers change with every letter, so that sending them waits for a pause. */
const TYPED: readonly Kind[] = ['short-answer', 'numeric', 'cloze', 'essay'];
export const isTyped = ({ kind }: Pick<Response, 'kind'>): boolean => TYPED.includes(kind);

/** What was answered, in the words of the question, a line for each part; none when it was left out. */
export const answerLines = (
  item: SeenItem,
  response: Response | undefined,
  words: AnswerWords,
): readonly string[] =>
  response?.kind === item.kind ? (tellers[item.kind] as unknown as Lines<Kind>)(response, item, words) : [];
