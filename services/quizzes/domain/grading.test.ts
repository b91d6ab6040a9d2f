import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Response } from '../contract.ts';
import { feedbackOn, markAttempt, pointsOf } from './grading.ts';
import { complaintsOf, fits, present } from './item-types.ts';
import type { Question } from './question.ts';
import { anyQuestion, choicesOf, respond } from './question-arbitrary.suite.ts';

const picks = fc.array(fc.nat(100), { minLength: 6, maxLength: 6 });
const anyResponse: fc.Arbitrary<Response> = fc.oneof(
  fc.record({ kind: fc.constant('single-choice' as const), optionId: fc.string() }),
  fc.record({
    kind: fc.constant('multiple-choice' as const),
    optionIds: fc.array(fc.constantFrom('o1', 'o2', 'x')),
  }),
  fc.record({ kind: fc.constant('true-false' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('short-answer' as const), text: fc.string() }),
  fc.record({ kind: fc.constant('numeric' as const), text: fc.string() }),
  fc.record({ kind: fc.constant('matching' as const), pairs: fc.dictionary(fc.string(), fc.string()) }),
);

test('every mark is a whole number from 0 to 1000, whatever was asked and answered', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyQuestion, fc.option(fc.oneof(anyResponse, picks))), { maxLength: 8 }),
      (asked) => {
        const items = asked.map(([question], place) => {
          const itemId = String(place);
          return { itemId, question, order: present(question, itemId, 'seed').order };
        });
        const responses = new Map(
          asked.flatMap(([question, answer], place) => {
            if (!answer) return [];
            const response = Array.isArray(answer)
              ? respond(question, items[place]?.order ?? [], answer)
              : answer;
            return [[String(place), response] as const];
          }),
        );
        const marks = markAttempt(items, responses);
        expect(Number.isInteger(marks.scoreHundredths)).toBe(true);
        expect(marks.scoreHundredths).toBeGreaterThanOrEqual(0);
        expect(marks.scoreHundredths).toBeLessThanOrEqual(1000);
        for (const { earned, total } of [...marks.points, ...marks.byCompetence]) {
          expect(Number.isInteger(earned) && earned >= 0 && earned <= total).toBe(true);
        }
      },
    ),
  );
});

test('the order in which options are shown moves neither points nor feedback', () => {
  fc.assert(
    fc.property(anyQuestion, picks, fc.string(), fc.string(), (question, chosen, one, other) => {
      const [first, second] = [present(question, 'item', one), present(question, 'item', other)];
      const [left, right] = [first, second].map(({ order }) => respond(question, order, chosen)) as [
        Response,
        Response,
      ];
      expect(fits(first.seen, left) && fits(second.seen, right)).toBe(true);
      expect(pointsOf({ question, ...second }, right)).toBe(pointsOf({ question, ...first }, left));
      const sorted = (words: string | undefined) => words?.split('\n').sort();
      expect(sorted(feedbackOn({ question, ...second }, right))).toEqual(
        sorted(feedbackOn({ question, ...first }, left)),
      );
    }),
  );
});

test('equal gaps earn their share half up, however many there are', () => {
  for (let gaps = 1; gaps <= 60; gaps += 1) {
    const accepted = [{ low: 113, high: 113, weight: 100 }];
    const passage = Array.from({ length: gaps }, () => ({ share: 1, kind: 'numeric', accepted }) as const);
    const question: Question = { title: 'Chỗ trống', stem: '', kind: 'cloze', passage };
    const { order } = present(question, 'item', 'seed');
    for (let right = 0; right <= gaps; right += 1) {
      const filled = Array.from({ length: right }, (_, place) => [`g${place + 1}`, '113']);
      const response = { kind: 'cloze', gaps: Object.fromEntries(filled) } as const;
      expect(pointsOf({ question, order }, response)).toBe(Math.floor((200 * right + gaps) / (2 * gaps)));
    }
  }
});

test('nothing is wrong with a question as authors write it', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      expect(complaintsOf(question)).toEqual([]);
    }),
  );
});

test('what is shown has every option once and nothing of the key', () => {
  fc.assert(
    fc.property(anyQuestion, fc.string(), (question, seed) => {
      const { seen } = present(question, 'item', seed);
      expect(present(question, 'item', seed).seen).toEqual(seen);
      const shown = 'options' in seen ? seen.options : 'choices' in seen ? seen.choices : [];
      const written =
        question.kind === 'matching'
          ? choicesOf(question)
          : 'options' in question
            ? question.options.map((option) => option.text)
            : [];
      expect(shown.map((each) => each.text).sort()).toEqual([...written].sort());
      const members = Object.keys(seen).sort();
      expect(['itemId', 'kind', 'stem', 'options', 'prompts', 'choices']).toEqual(
        expect.arrayContaining(members),
      );
      for (const each of shown)
        expect(Object.keys(each).filter((name) => !name.endsWith('Id'))).toEqual(['text']);
    }),
  );
});

test('different attempts show options in different orders', () => {
  const question: Question = {
    kind: 'single-choice',
    title: 't',
    stem: 's',
    options: ['a', 'b', 'c', 'd'].map((text) => ({ text, weight: text === 'a' ? 100 : 0 })),
  };
  const firsts = Array.from({ length: 400 }, (_, seed) => present(question, 'item', String(seed)).order[0]);
  for (const place of [0, 1, 2, 3]) {
    const share = firsts.filter((first) => first === place).length;
    expect(share).toBeGreaterThan(60);
    expect(share).toBeLessThan(140);
  }
});

const about = { title: 't', stem: 's' };
const grade = (question: Question, response: Response) => {
  const order = [0, 1, 2, 3, 4, 5];
  return pointsOf({ question, order }, response);
};

describe('multiple choice', () => {
  const question: Question = {
    ...about,
    kind: 'multiple-choice',
    options: [33.33333, 33.33333, 33.33333, -50, -50].map((weight, place) => ({
      text: String(place),
      weight,
    })),
  };
  test.each([
    [['o1', 'o2', 'o3'], 100],
    [['o1', 'o2'], 67],
    [['o1'], 33],
    [['o1', 'o2', 'o4'], 17],
    [['o4', 'o5'], 0],
    [['o1', 'o2', 'o3', 'o4', 'o5'], 0],
    [['o1', 'o1', 'o1'], 33],
    [[], 0],
  ])('%j earns %i', (optionIds, points) => {
    expect(grade(question, { kind: 'multiple-choice', optionIds })).toBe(points);
  });
});

describe('short answer', () => {
  const accepting = (...forms: string[]): Question => ({
    ...about,
    kind: 'short-answer',
    accepted: forms.map((text) => ({ text, weight: 100 })),
  });
  test.each([
    [['cảnh giác'], '  CẢNH   Giác ', 100],
    [['cảnh giác'], 'canh giac', 0],
    [['cảnh giác'], 'cánh giác', 0],
    [['cảnh giác', 'canh giac'], 'Canh giac', 100],
    [['cảnh giác', 'canh giac'], 'cánh giác', 100],
    [['hòa bình'], 'hoà bình', 100],
    [['hòa bình'], 'hoá bình', 0],
    [['đường'], 'Đường'.normalize('NFD'), 100],
    [['đường'], 'dường', 0],
    [['.gov.vn'], 'gov.vn', 0],
    [['.gov.vn'], '', 0],
  ])('accepting %j, %j earns %i', (forms, text, points) => {
    expect(grade(accepting(...forms), { kind: 'short-answer', text })).toBe(points);
  });
});

describe('numeric', () => {
  const between = (low: number, high = low): Question => ({
    ...about,
    kind: 'numeric',
    accepted: [{ low, high, weight: 100 }],
  });
  test.each([
    [between(2.49, 2.51), '2,5', 100],
    [between(2.49, 2.51), ' 2.5 ', 100],
    [between(2.49, 2.51), '2,51', 100],
    [between(2.49, 2.51), '2,52', 0],
    [between(0.1 + 0.2), '0,3', 100],
    [between(295_000), '295000', 100],
    [between(295_000), '295.000', 100],
    [between(295_000), '295 000', 100],
    [between(295_000), '295,000', 0],
    [between(1_234_567.5), '1.234.567,5', 100],
    [between(-3), '-3', 100],
    [between(-3), '\u22123', 100],
    [between(0), '', 0],
    [between(0), 'không', 0],
    [between(5), '5e0', 0],
    [between(5), '0x5', 0],
  ])('%j takes %j for %i points', (question, text, points) => {
    expect(grade(question, { kind: 'numeric', text })).toBe(points);
  });
});

describe('matching', () => {
  const question: Question = {
    ...about,
    kind: 'matching',
    pairs: [
      { prompt: 'a', choice: '1' },
      { prompt: 'b', choice: '2' },
      { prompt: 'c', choice: '1' },
    ],
    distractors: ['3'],
  };
  test.each([
    [{ p1: 'c1', p2: 'c2', p3: 'c1' }, 100],
    [{ p1: 'c1', p2: 'c3', p3: 'c1' }, 67],
    [{ p2: 'c2' }, 33],
    [{ p1: 'c9', p9: 'c1' }, 0],
  ])('%j earns %i', (pairs, points) => {
    expect(grade(question, { kind: 'matching', pairs })).toBe(points);
  });
});

test('one choice earns the weight of its option, never less than nothing', () => {
  const question: Question = {
    ...about,
    kind: 'single-choice',
    options: [100, 50, -25].map((weight, place) => ({ text: String(place), weight, feedback: `f${place}` })),
  };
  const shown = { question, order: [2, 0, 1] };
  const earned = ['o1', 'o2', 'o3'].map((optionId) => pointsOf(shown, { kind: 'single-choice', optionId }));
  expect(earned).toEqual([0, 100, 50]);
  expect(feedbackOn(shown, { kind: 'single-choice', optionId: 'o1' })).toBe('f2');
});

test('true or false gives the word that belongs to the answer', () => {
  const question: Question = {
    ...about,
    kind: 'true-false',
    isTrue: false,
    whenRight: 'đúng',
    whenWrong: 'sai',
  };
  const shown = { question, order: [] };
  expect(feedbackOn(shown, { kind: 'true-false', value: true })).toBe('sai');
  expect(feedbackOn(shown, { kind: 'true-false', value: false })).toBe('đúng');
  expect(feedbackOn(shown, undefined)).toBeUndefined();
});
