import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FaultCode, Response } from '../../contract.ts';
import { feedbackOn, markAttempt, pointsOf } from '../grading.ts';
import { complaintsOf, fits, needsPerson, present } from '../item-types.ts';
import type { Question, QuestionOf } from '../question.ts';
import { rubricPoints } from './rubric.ts';
import { contains, placeIn, type Shape } from './shape.ts';

const about = { title: 't', stem: 's' };
/** Points with everything shown in the author's order. */
const earned = (question: Question, response: Response) =>
  pointsOf({ question, order: Array.from({ length: 9 }, (_, place) => place) }, response);

describe('multiple choice', () => {
  const options = [50, 50, -50, 0].map((weight, place) => ({ text: String(place), weight }));
  const asked = (scoring?: 'all-or-nothing' | 'without-penalty'): Question => ({
    ...about,
    kind: 'multiple-choice',
    options,
    ...(scoring && { scoring }),
  });
  test.each([
    [undefined, ['o1', 'o3'], 0],
    ['without-penalty', ['o1', 'o3'], 50],
    ['without-penalty', ['o1', 'o2'], 100],
    ['all-or-nothing', ['o1'], 0],
    ['all-or-nothing', ['o2', 'o1'], 100],
    ['all-or-nothing', ['o1', 'o2', 'o4'], 0],
  ] as const)('scored %s, %j earns %i', (scoring, optionIds, points) => {
    expect(earned(asked(scoring), { kind: 'multiple-choice', optionIds: [...optionIds] })).toBe(points);
  });

  test('without penalty no more may be picked than is right, which is said', () => {
    const { seen } = present(asked('without-penalty'), 'item', 'seed');
    expect(seen).toMatchObject({ picks: 2 });
    expect(fits(seen, { kind: 'multiple-choice', optionIds: ['o1', 'o2'] })).toBe(true);
    expect(fits(seen, { kind: 'multiple-choice', optionIds: ['o1', 'o2', 'o3'] })).toBe(false);
    expect(present(asked(), 'item', 'seed').seen).not.toHaveProperty('picks');
  });
});

describe('short answer', () => {
  test.each([
    ['exact', 'Cảnh giác', ' Cảnh giác ', 100],
    ['exact', 'Cảnh giác', 'cảnh giác', 0],
    ['exact', 'Cảnh giác', 'Cảnh giác'.normalize('NFD'), 100],
    ['folded', 'Cảnh giác', 'CANH  giac', 100],
    ['folded', 'đường', 'duong', 100],
    ['folded', 'đường', 'duơngg', 0],
  ] as const)('compared %s with %j, %j earns %i', (compare, form, text, points) => {
    const accepted = [{ text: form, weight: 100 }];
    expect(
      earned({ ...about, kind: 'short-answer', accepted, compare }, { kind: 'short-answer', text }),
    ).toBe(points);
  });
});

test.each([
  ['by-place', ['e1', 'e2', 'e4', 'e3'], 50],
  ['by-place', ['e2', 'e3', 'e4', 'e1'], 0],
  ['by-neighbours', ['e2', 'e3', 'e4', 'e1'], 67],
  ['by-neighbours', ['e4', 'e3', 'e2', 'e1'], 0],
  ['all-or-nothing', ['e1', 'e2', 'e4', 'e3'], 0],
  ['all-or-nothing', ['e1', 'e2', 'e3', 'e4'], 100],
] as const)('ordering scored %s: %j earns %i', (scoring, entryIds, points) => {
  const question: Question = { ...about, kind: 'ordering', entries: ['a', 'b', 'c', 'd'], scoring };
  expect(earned(question, { kind: 'ordering', entryIds: [...entryIds] })).toBe(points);
});

test('matching that is all or nothing', () => {
  const pairs = ['a', 'b'].map((prompt) => ({ prompt, choice: `${prompt}!` }));
  const question: Question = {
    ...about,
    kind: 'matching',
    pairs,
    distractors: [],
    scoring: 'all-or-nothing',
  };
  expect(earned(question, { kind: 'matching', pairs: { p1: 'c1' } })).toBe(0);
  expect(earned(question, { kind: 'matching', pairs: { p1: 'c1', p2: 'c2' } })).toBe(100);
});

describe('cloze', () => {
  const question: Question = {
    ...about,
    kind: 'cloze',
    passage: [
      'Gọi ',
      { share: 1, kind: 'numeric', accepted: [{ low: 113, high: 113, weight: 100 }] },
      ' khi ',
      {
        share: 3,
        kind: 'single-choice',
        options: [
          { text: 'bị cướp', weight: 100, feedback: 'Đúng.' },
          { text: 'cháy nhà', weight: -100 },
        ],
      },
    ],
  };
  test.each([
    [{ g1: '113', g2: 'o1' }, 100],
    [{ g1: '113' }, 25],
    [{ g1: '113', g2: 'o2' }, 25],
    [{ g2: 'o1' }, 75],
    [{}, 0],
  ])('%j earns %i', (gaps, points) => {
    expect(earned(question, { kind: 'cloze', gaps })).toBe(points);
  });

  test('takes only gaps that are there and options that were shown in them', () => {
    const { seen, order } = present(question, 'item', 'seed');
    expect(fits(seen, { kind: 'cloze', gaps: { g2: 'o2' } })).toBe(true);
    expect(fits(seen, { kind: 'cloze', gaps: { g2: 'o3' } })).toBe(false);
    expect(fits(seen, { kind: 'cloze', gaps: { g3: '1' } })).toBe(false);
    const right = { g2: `o${order.indexOf(0) + 1}` };
    expect(feedbackOn({ question, order }, { kind: 'cloze', gaps: right })).toBe('Đúng.');
  });
});

describe('shapes', () => {
  const hook: Shape = {
    kind: 'polygon',
    corners: [
      { x: 0, y: 0 },
      { x: 900, y: 0 },
      { x: 900, y: 900 },
      { x: 800, y: 900 },
      { x: 800, y: 100 },
      { x: 0, y: 100 },
    ],
  };
  test.each<[Shape, number, number, boolean]>([
    [{ kind: 'rectangle', from: { x: 10, y: 10 }, to: { x: 20, y: 40 } }, 20, 40, true],
    [{ kind: 'rectangle', from: { x: 10, y: 10 }, to: { x: 20, y: 40 } }, 21, 40, false],
    [{ kind: 'ellipse', centre: { x: 500, y: 500 }, radiusX: 100, radiusY: 50 }, 600, 500, true],
    [{ kind: 'ellipse', centre: { x: 500, y: 500 }, radiusX: 100, radiusY: 50 }, 500, 560, false],
    [hook, 850, 500, true],
    [hook, 400, 500, false],
    [hook, 400, 50, true],
  ])('%j has %i, %i: %s', (shape, x, y, inside) => {
    expect(contains(shape, { x, y })).toBe(inside);
  });

  test('the place in a shape lies in it, though its middle does not', () => {
    expect(contains(hook, { x: 450, y: 450 })).toBe(false);
    expect(contains(hook, placeIn(hook))).toBe(true);
  });

  test('the place in any triangle that is not a sliver lies in it', () => {
    const corner = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 1000 }) });
    fc.assert(
      fc.property(corner, corner, corner, (a, b, c) => {
        const area = Math.abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
        fc.pre(area > 5000);
        const shape: Shape = { kind: 'polygon', corners: [a, b, c] };
        expect(contains(shape, placeIn(shape))).toBe(true);
      }),
    );
  });
});

describe('hot spot', () => {
  const square = (x: number): Shape => ({ kind: 'rectangle', from: { x, y: 0 }, to: { x: x + 99, y: 99 } });
  const question: Question = {
    ...about,
    kind: 'hot-spot',
    picture: { fileId: '0'.repeat(64), mediaType: 'image/png', alt: 'Màn hình' },
    picks: 2,
    areas: [
      { shape: square(0), weight: 50 },
      { shape: square(100), weight: 50 },
      { shape: square(200), weight: -50, feedback: 'Chỗ này bình thường.' },
    ],
  };
  test.each([
    [[50, 150], 100],
    [[50, 60], 50],
    [[50, 250], 0],
    [[50, 900], 50],
    [[], 0],
  ])('marks at %j earn %i', (xs, points) => {
    expect(earned(question, { kind: 'hot-spot', points: xs.map((x) => ({ x, y: 50 })) })).toBe(points);
  });

  test('takes no more marks than are asked for', () => {
    const { seen } = present(question, 'item', 'seed');
    const mark = { x: 1, y: 1 };
    expect(fits(seen, { kind: 'hot-spot', points: [mark, mark, mark] })).toBe(false);
  });
});

describe('what a person marks', () => {
  const rubric = {
    criteria: [
      { name: 'Nội dung', levels: [0, 2, 4].map((points) => ({ points, words: 'w' })) },
      { name: 'Lời văn', levels: [0, 1, 2].map((points) => ({ points, words: 'w' })) },
    ],
  };
  const essay: QuestionOf<'essay'> = { ...about, kind: 'essay', rubric, whenWrong: 'Sai.' };
  const statement: Question = { ...about, kind: 'true-false', isTrue: true };

  test('earns nothing by machine, waits, and makes the mark provisional', () => {
    const items = [essay, statement].map((question) => ({ itemId: question.kind, question, order: [] }));
    const answers = (text: string) =>
      new Map<string, Response>([
        ['essay', { kind: 'essay', text }],
        ['true-false', { kind: 'true-false', value: true }],
      ]);
    const written = markAttempt(items, answers('Bài viết'));
    expect(written).toMatchObject({ provisional: true, scoreHundredths: 500 });
    expect(written.points[0]).toEqual({ itemId: 'essay', earned: 0, total: 100, waits: true });
    expect(markAttempt(items, answers(' \n')).provisional).toBe(false);
    expect(markAttempt(items, new Map()).provisional).toBe(false);
    const marked = markAttempt(items, answers('Bài viết'), new Map([['essay', 60]]));
    expect(marked).toMatchObject({ provisional: false, scoreHundredths: 800 });
    expect([essay, statement].map(needsPerson)).toEqual([true, false]);
    expect(feedbackOn({ question: essay, order: [] }, { kind: 'essay', text: 'Bài' })).toBeUndefined();
  });

  test.each([
    [[2, 2], 100],
    [[1, 1], 50],
    [[1, 0], 33],
    [[0, 0], 0],
    [[2], undefined],
    [[2, 3], undefined],
    [[2, 2, 0], undefined],
    [[2, -1], undefined],
  ])('levels %j of the rubric are %s points', (chosen, points) => {
    expect(rubricPoints(rubric, chosen)).toBe(points);
  });

  test('shows what counts and how much, but no level', () => {
    const { seen } = present(essay, 'item', 'seed');
    expect(seen).toMatchObject({
      criteria: [
        { name: 'Nội dung', points: 4 },
        { name: 'Lời văn', points: 2 },
      ],
    });
    expect(JSON.stringify(seen)).not.toContain('levels');
  });

  test('takes files of the wanted types, not too many', () => {
    const { seen } = present(
      { ...about, kind: 'file-answer', rubric, mediaTypes: ['image/*', 'application/pdf'], maxFiles: 1 },
      'item',
      'seed',
    );
    const file = (mediaType: string) => ({ fileId: '0'.repeat(64), name: 'a', mediaType, bytes: 1 });
    const takes = (...types: string[]) => fits(seen, { kind: 'file-answer', files: types.map(file) });
    expect([takes(), takes('image/jpeg'), takes('application/pdf')]).toEqual([true, true, true]);
    expect([takes('video/mp4'), takes('image/png', 'image/png'), takes('imagex/png')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

test('a word on the whole comes after the words on its parts', () => {
  const question: Question = {
    ...about,
    kind: 'multiple-choice',
    options: [50, 50].map((weight) => ({ text: String(weight), weight, feedback: 'Phần.' })),
    whenRight: 'Đúng hết.',
    whenPartly: 'Còn thiếu.',
    whenWrong: 'Chưa đúng.',
  };
  const on = (optionIds: string[]) =>
    feedbackOn({ question, order: [0, 1] }, { kind: 'multiple-choice', optionIds });
  expect([on(['o1', 'o2']), on(['o1']), on([])]).toEqual([
    'Phần.\nPhần.\nĐúng hết.',
    'Phần.\nCòn thiếu.',
    'Chưa đúng.',
  ]);
});

const option = (text: string, weight: number) => ({ text, weight });
const picture = { fileId: '0'.repeat(64), mediaType: 'image/png', alt: 'a' };
const far: Shape = { kind: 'rectangle', from: { x: 0, y: 0 }, to: { x: 9, y: 9 } };
const element = (weight?: number) => ({ role: 'text' as const, text: 'a', ...(weight && { weight }) });
test.each<[FaultCode, Question]>([
  ['one-option', { ...about, kind: 'single-choice', options: [option('a', 100)] }],
  ['option-twice', { ...about, kind: 'single-choice', options: [option('a', 100), option('a', 0)] }],
  ['no-right-answer', { ...about, kind: 'single-choice', options: [option('a', 50), option('b', 0)] }],
  ['weights-do-not-sum', { ...about, kind: 'multiple-choice', options: [option('a', 50), option('b', 0)] }],
  ['media-without-alt', { ...about, kind: 'true-false', isTrue: true, media: [{ ...picture, alt: ' ' }] }],
  ['too-few-entries', { ...about, kind: 'ordering', entries: ['a', 'b'], scoring: 'by-place' }],
  ['option-twice', { ...about, kind: 'ordering', entries: ['a', 'b', 'b'], scoring: 'by-place' }],
  ['no-gaps', { ...about, kind: 'cloze', passage: ['a'] }],
  [
    'one-option',
    { ...about, kind: 'cloze', passage: [{ share: 1, kind: 'single-choice', options: [option('a', 100)] }] },
  ],
  [
    'no-picture',
    {
      ...about,
      kind: 'hot-spot',
      picture: { ...picture, mediaType: 'audio/mpeg' },
      picks: 1,
      areas: [{ shape: far, weight: 100 }],
    },
  ],
  [
    'area-covered',
    {
      ...about,
      kind: 'hot-spot',
      picture,
      picks: 2,
      areas: [
        { shape: far, weight: 60 },
        { shape: far, weight: 40 },
      ],
    },
  ],
  [
    'too-few-picks',
    {
      ...about,
      kind: 'hot-spot',
      picture,
      picks: 1,
      areas: [
        { shape: far, weight: 50 },
        { shape: { ...far, from: { x: 20, y: 20 }, to: { x: 30, y: 30 } }, weight: 50 },
      ],
    },
  ],
  [
    'all-picked-earns',
    {
      ...about,
      kind: 'practical-task',
      task: 'find',
      screen: 'text-message',
      elements: [element(100), element()],
    },
  ],
  [
    'no-right-answer',
    {
      ...about,
      kind: 'practical-task',
      task: 'step',
      screen: 'text-message',
      elements: [element(50), element()],
    },
  ],
  ['rubric-incomplete', { ...about, kind: 'essay', rubric: { criteria: [] } }],
])('%s', (code, question) => {
  expect(complaintsOf(question)).toEqual([code]);
});
