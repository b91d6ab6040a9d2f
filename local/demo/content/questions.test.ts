import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GIFTQuestion, parse } from 'gift-pegjs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { CompetenceCode } from '#shared/contract/values.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { englishLeftovers, longSentences } from '../../../tests/support/plain-words.ts';
import { demoPictured } from '../content.ts';

type Asked = Exclude<GIFTQuestion, { type: 'Category' | 'Description' }>;
type Choice = Extract<Asked, { type: 'MC' }>['choices'][number];

const here = import.meta.dirname;
const Courses = z.array(
  z.object({
    competenceCodes: z.array(z.string()),
    quiz: z.object({ gift: z.string(), itemCount: z.int() }),
  }),
);
const courses = Courses.parse(JSON.parse(readFileSync(join(here, 'courses.json'), 'utf8')));
const files = globSync('questions/*.gift', { cwd: here });
const read = (file: string) => readFileSync(join(here, file), 'utf8');
const isAsked = (question: GIFTQuestion): question is Asked =>
  question.type !== 'Category' && question.type !== 'Description';
const asked = (file: string): Asked[] => parse(read(file)).filter(isAsked);
const bank = files.flatMap(asked);
const ofType = <T extends Asked['type']>(type: T) =>
  bank.filter((question): question is Extract<Asked, { type: T }> => question.type === type);
const isSingle = (choices: readonly Choice[]) => choices.every((choice) => choice.weight === null);
const single = ofType('MC').filter((question) => isSingle(question.choices));
const multiple = ofType('MC').filter((question) => !isSingle(question.choices));

const marker = /^\/\/ competence: (?<code>\S+) level: (?<level>CB1|CB2|TC1|TC2)\n::(?<title>[^:]+)::/gm;

/** Everything a learner may read of a question: stem, options, feedback and explanation. */
const texts = (question: Asked): string[] => {
  const shared = [question.stem.text, question.globalFeedback?.text ?? ''];
  if (question.type === 'MC' || question.type === 'Short') {
    return [...shared, ...question.choices.flatMap((c) => [c.text.text, c.feedback?.text ?? ''])];
  }
  if (question.type === 'TF') {
    return [...shared, question.trueFeedback?.text ?? '', question.falseFeedback?.text ?? ''];
  }
  if (question.type === 'Matching') {
    return [...shared, ...question.matchPairs.flatMap((pair) => [pair.subquestion.text, pair.subanswer])];
  }
  return shared;
};

test.each(courses)(
  '$quiz.gift has a category, and questions of its own course, each with a competence',
  (course) => {
    const source = read(course.quiz.gift);
    expect(
      parse(source)
        .map((question) => question.type)
        .indexOf('Category'),
    ).toBe(0);
    const marks = [...source.matchAll(marker)].map((match) => match.groups ?? {});
    const questions = asked(course.quiz.gift);
    expect(marks.map((mark) => mark.title)).toEqual(questions.map((question) => question.title));
    expect(questions.length).toBeGreaterThanOrEqual(Math.max(12, course.quiz.itemCount));
    for (const mark of marks) {
      expect(course.competenceCodes).toContain(CompetenceCode.parse(mark.code));
    }
    expect(new Set(questions.map((question) => question.type)).size).toBe(5);
  },
);

test('the bank is large enough and no title or stem is used twice', () => {
  expect(bank.length).toBeGreaterThanOrEqual(72);
  expect(new Set(bank.map((question) => question.title)).size).toBe(bank.length);
  const stems = bank.map((question) => fold(question.stem.text));
  expect(new Set(stems).size).toBe(stems.length);
});

test.each(bank)('$title explains itself in short Vietnamese sentences', (question) => {
  expect(question.globalFeedback?.text).toBeTruthy();
  expect(texts(question).flatMap(longSentences)).toEqual([]);
  expect([question.title ?? '', ...texts(question)].flatMap(englishLeftovers)).toEqual([]);
  expect(texts(question).join('\n')).not.toMatch(/&&\d{3}/);
});

test.each(single)('$title has one right option, and feedback on every one', ({ choices }) => {
  expect(choices.filter((choice) => choice.isCorrect)).toHaveLength(1);
  expect(choices).toHaveLength(4);
  expect(new Set(choices.map((choice) => choice.text.text)).size).toBe(choices.length);
  expect(choices.every((choice) => choice.feedback?.text)).toBe(true);
});

test.each(multiple)(
  '$title asks for as many options as carry marks, which sum to 100',
  ({ stem, choices }) => {
    const marked = choices.map((choice) => choice.weight ?? 0).filter((weight) => weight > 0);
    expect(marked.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 3);
    expect(stem.text).toMatch(marked.length === 2 ? /Chọn hai / : /Chọn ba /);
    expect(choices.filter((choice) => choice.weight === -50)).toHaveLength(2);
    expect(choices).toHaveLength(marked.length + 2);
    expect(choices.some((choice) => choice.isCorrect)).toBe(false);
    expect(choices.every((choice) => choice.feedback?.text)).toBe(true);
  },
);

test('a guesser who takes the first or the longest option does no better than chance', () => {
  const rightIs = (pick: (choices: readonly Choice[]) => Choice | undefined) =>
    single.filter((question) => pick(question.choices)?.isCorrect).length / single.length;
  const byLength = (choices: readonly Choice[]) =>
    choices.toSorted((a, b) => b.text.text.length - a.text.text.length)[0];
  expect(rightIs((choices) => choices[0])).toBeLessThanOrEqual(0.25);
  expect(rightIs(byLength)).toBeLessThanOrEqual(0.25);
});

test.each(ofType('TF'))('$title answers both choices', (question) => {
  expect(question.trueFeedback?.text).toMatch(question.isTrue ? /^Câu này đúng/ : /^Câu này sai/);
  expect(question.falseFeedback?.text).toMatch(/^Đúng/);
});

test('true and false are equally often right', () => {
  expect(ofType('TF').filter((question) => question.isTrue)).toHaveLength(ofType('TF').length / 2);
});

test.each(ofType('Short'))('$title takes every answer with and without marks', ({ choices }) => {
  const accepted = choices.map((choice) => choice.text.text);
  expect(choices.every((choice) => choice.isCorrect)).toBe(true);
  const folded = accepted.map(fold);
  for (const answer of accepted) {
    expect(accepted.map((text) => text.toLowerCase())).toContain(fold(answer));
  }
  expect(accepted.length).toBeGreaterThanOrEqual(2);
  expect(folded).not.toContain('');
});

test.each(ofType('Matching'))(
  '$title pairs four different things with four different things',
  ({ matchPairs }) => {
    expect(new Set(matchPairs.map((pair) => pair.subquestion.text)).size).toBe(4);
    expect(new Set(matchPairs.map((pair) => pair.subanswer)).size).toBe(4);
  },
);

test.each(ofType('Numerical'))('$title has one exact answer', ({ choices }) => {
  const answers = Array.isArray(choices) ? choices : [];
  expect(answers).toHaveLength(1);
  expect(answers[0]).toMatchObject({ isCorrect: true, text: { type: 'range', number: expect.any(Number) } });
});

/** Every text in it, whatever it is called. */
const textsIn = (part: unknown): string[] => {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => (NO_TEXT.has(name) ? [] : textsIn(value)));
};
/** Members that name something, and what stands on a simulated screen as swindlers write it. */
const NO_TEXT = new Set([
  ...['kind', 'task', 'screen', 'role', 'scoring', 'compare', 'competenceCode', 'level'],
  ...['fileId', 'mediaType', 'mediaTypes', 'source', 'licence'],
]);

const practice = globSync('practice/*.json', { cwd: here }).flatMap(
  (file) => JSON.parse(read(file)) as { kind: string; title: string; explanation?: string }[],
);

const pictured = globSync('pictured/*.json', { cwd: here }).flatMap(
  (file) => demoPictured(file).questions as typeof practice,
);

test('pictured questions show a picture, a sound and a place to mark, and take a photo; their files are the only ones', () => {
  const { questions, files } = demoPictured('pictured/nhan-trang-gia.json');
  const kinds = new Set(questions.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['file-answer', 'hot-spot', 'practical-task', 'single-choice']);
  const drawn = globSync('files/*', { cwd: here }).map((file) => file.replace('files/', ''));
  expect([...files.keys()].filter((name) => !name.endsWith('.wav')).toSorted()).toEqual(drawn.toSorted());
  // What a phone on a slow line loads before it can begin.
  expect([...files.values()].reduce((sum, { length }) => sum + length, 0)).toBeLessThan(200_000);
});

test.each([...practice, ...pictured])('$title explains itself in short Vietnamese sentences', (question) => {
  expect(question.explanation).toBeTruthy();
  expect(textsIn(question).flatMap(longSentences)).toEqual([]);
  expect(textsIn(question).flatMap(englishLeftovers)).toEqual([]);
});

test('practice has every kind that GIFT has no words for and that needs no file', () => {
  const kinds = new Set(practice.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['cloze', 'essay', 'ordering', 'practical-task']);
});
