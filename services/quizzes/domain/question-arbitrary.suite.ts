import fc from 'fast-check';
import type { Response } from '../contract.ts';
import type { Option, Question, QuestionOf } from './question.ts';

export type GiftKind =
  | 'single-choice'
  | 'multiple-choice'
  | 'true-false'
  | 'short-answer'
  | 'numeric'
  | 'matching';

/** Vietnamese letters, and every character that GIFT escapes. */
const LETTERS = [...'abcđeghiklmnopqrstuvxyăâêôơưáảạ0123456789,.!?()":#=~{}\\'];
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 8 });
export const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
export const texts = (minLength: number, maxLength: number) => fc.uniqueArray(text, { minLength, maxLength });
export const maybe = <K extends string>(name: K) =>
  fc.option(text, { nil: undefined }).map((said) => (said ? { [name]: said } : {}) as { [P in K]?: string });

export const about = fc
  .tuple(
    text,
    text,
    maybe('explanation'),
    fc.constantFrom({}, { competenceCode: '4.2', level: 'CB1' }, { competenceCode: '1.3' }),
  )
  .map(([title, stem, explanation, competence]) => ({ title, stem, ...explanation, ...competence }));

export const options = (weightsOf: (count: number) => fc.Arbitrary<number[]>) =>
  texts(2, 6).chain((names) =>
    fc
      .tuple(weightsOf(names.length), fc.array(maybe('feedback'), { minLength: 6, maxLength: 6 }))
      .map(([weights, feedback]): Option[] =>
        names.map((name, place) => ({ text: name, weight: weights[place] ?? 0, ...feedback[place] })),
      ),
  );

export const singleWeights = (count: number) =>
  fc
    .array(fc.constantFrom(0, 0, 50, -25), { minLength: count - 1, maxLength: count - 1 })
    .map((wrong) => [100, ...wrong]);
export const multipleWeights = (count: number) =>
  fc
    .integer({ min: 1, max: count })
    .map((right) => [
      ...Array.from({ length: right }, () => Number((100 / right).toFixed(5))),
      ...Array.from({ length: count - right }, () => -50),
    ]);

const number = fc.integer({ min: -100_000, max: 100_000 }).map((hundredths) => hundredths / 100);
export const range = (weight: number) =>
  fc.tuple(number, fc.nat(500), maybe('feedback')).map(([low, width, feedback]) => ({
    low,
    high: Number((low + width).toFixed(2)),
    weight,
    ...feedback,
  }));

const single = options(singleWeights).map((list) => ({ kind: 'single-choice' as const, options: list }));
const multiple = options(multipleWeights).map((list) => ({
  kind: 'multiple-choice' as const,
  options: list,
}));
export const trueFalse = fc
  .tuple(fc.boolean(), maybe('whenRight'), maybe('whenWrong'))
  .map(([isTrue, right, wrong]) => ({ kind: 'true-false' as const, isTrue, ...right, ...wrong }));
const shortAnswer = options((count) =>
  fc.array(fc.constantFrom(100, 50), { minLength: count - 1, maxLength: count - 1 }).map((w) => [100, ...w]),
).map((accepted) => ({ kind: 'short-answer' as const, accepted }));
export const numeric = fc
  .tuple(range(100), fc.array(range(50), { maxLength: 2 }), maybe('otherwise'))
  .map(([right, partly, otherwise]) => ({
    kind: 'numeric' as const,
    accepted: [right, ...partly],
    ...otherwise,
  }));
export const matching = texts(2, 5).chain((prompts) =>
  fc
    .tuple(
      fc.array(text, { minLength: prompts.length, maxLength: prompts.length }),
      fc.array(text, { maxLength: 2 }),
    )
    .map(([choices, distractors]) => ({
      kind: 'matching' as const,
      pairs: prompts.map((prompt, place) => ({ prompt, choice: choices[place] ?? '' })),
      distractors,
    })),
);

/** Any question that GIFT can say, with its key. */
export const anyQuestion: fc.Arbitrary<QuestionOf<GiftKind>> = fc
  .tuple(about, fc.oneof(single, multiple, trueFalse, shortAnswer, numeric, matching))
  .map(([common, rest]) => ({ ...common, ...rest }));

/** What can be chosen for the prompts of a matching question; a choice that fits two prompts is there once. */
export const choicesOf = (question: Extract<Question, { kind: 'matching' }>): string[] => [
  ...new Set([...question.pairs.map((pair) => pair.choice), ...question.distractors]),
];

const GIFT_KINDS: readonly string[] = [
  'single-choice',
  'multiple-choice',
  'true-false',
  'short-answer',
  'numeric',
  'matching',
] satisfies GiftKind[];
export const isGiftKind = (question: Question): question is QuestionOf<GiftKind> =>
  GIFT_KINDS.includes(question.kind);

const shown = (prefix: 'o' | 'c', order: readonly number[], place: number) =>
  `${prefix}${order.indexOf(place) + 1}`;

const pairsOf = (
  question: Extract<Question, { kind: 'matching' }>,
  order: readonly number[],
  picks: readonly number[],
) => {
  const choices = choicesOf(question).length;
  return Object.fromEntries(
    question.pairs.map((_, place) => [`p${place + 1}`, shown('c', order, (picks[place] ?? 0) % choices)]),
  );
};

/**
 * A response described by the author's places, as one attempt's ids. `picks` decides which options are taken or
 * which choice a prompt gets; any numbers will do.
 */
export function respond(
  question: QuestionOf<GiftKind>,
  order: readonly number[],
  picks: readonly number[],
): Response {
  const [first = 0] = picks;
  const { kind } = question;
  if (kind === 'matching') return { kind, pairs: pairsOf(question, order, picks) };
  if (kind === 'true-false') return { kind, value: first % 2 === 1 };
  if (kind === 'short-answer') return { kind, text: question.accepted[first % 7]?.text ?? 'không biết' };
  if (kind === 'numeric') return { kind, text: String(question.accepted[first % 4]?.low ?? first) };
  if (kind === 'single-choice') return { kind, optionId: shown('o', order, first % question.options.length) };
  const taken = question.options.flatMap((_, place) =>
    (picks[place] ?? 0) % 2 ? [shown('o', order, place)] : [],
  );
  return { kind, optionIds: taken };
}
