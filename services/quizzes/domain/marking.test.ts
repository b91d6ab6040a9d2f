import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideMark, isDisputed, type MarkingTask, mayClaim, noteOn, taskIdOf } from './marking.ts';
import { later } from './quiz.ts';

const at = '2026-11-26T02:00:00.000Z';
const rubric = {
  criteria: [
    { name: 'Ý', levels: [0, 1, 2, 3, 4].map((points) => ({ points, words: '' })) },
    { name: 'Lời', levels: [0, 6].map((points) => ({ points, words: '' })) },
  ],
};
const task = (more: Partial<MarkingTask> = {}): MarkingTask => ({
  taskId: 'task',
  quizId: 'quiz',
  itemId: 'item',
  attemptId: 'attempt',
  personId: 'hanh',
  markers: 1,
  tolerance: 10,
  marks: [],
  version: 1,
  ...more,
});
const leased = (markerId: string, more: Partial<MarkingTask> = {}) =>
  task({ ...more, lease: { markerId, until: later(at, 1) } });
const mark = (of: MarkingTask, markerId: string, choices: readonly number[]) =>
  decideMark({ ...of, lease: { markerId, until: later(at, 1) } }, rubric, { markerId, choices, at });
const marked = (decision: ReturnType<typeof mark>): MarkingTask => {
  if (decision.kind !== 'mark') throw new Error(decision.kind);
  return decision.task;
};

test('one marker decides by the rubric, only with the task in hand, and the same mark again is fine', () => {
  const refused = decideMark(task(), rubric, { markerId: 'lan', choices: [4, 1], at });
  expect(refused).toEqual({ kind: 'refused', reason: 'task-not-yours' });
  expect(mark(task(), 'lan', [4])).toEqual({ kind: 'refused', reason: 'rubric-incomplete' });
  const done = marked(mark(task(), 'lan', [4, 1]));
  expect(done).toMatchObject({ points: 100, version: 2 });
  expect(done).not.toHaveProperty('lease');
  expect(mark(done, 'lan', [4, 1]).kind).toBe('marked-before');
  expect(mark(done, 'lan', [0, 0]).kind).toBe('refused');
});

test('two markers who agree give their mean, two who differ leave it to the head, whose mark decides', () => {
  const two = task({ markers: 2 });
  const first = marked(mark(two, 'lan', [3, 1]));
  expect(first.points).toBeUndefined();
  expect(marked(mark(first, 'minh', [4, 1])).points).toBe(95);
  const apart = marked(mark(first, 'minh', [3, 0]));
  expect([apart.points, isDisputed(apart)]).toEqual([undefined, true]);
  expect(mayClaim(apart, { markerId: 'hoa', isHead: false }, at)).toBe(false);
  expect(mayClaim(apart, { markerId: 'head', isHead: true }, at)).toBe(true);
  expect(marked(mark(apart, 'head', [1, 0])).points).toBe(10);
});

test('a head who was one of the two decides their dispute all the same, even by the same mark again', () => {
  const head = { markerId: 'head', isHead: true };
  const first = marked(mark(task({ markers: 2 }), 'head', [3, 1]));
  expect(mayClaim(first, head, at)).toBe(false);
  const apart = marked(mark(first, 'minh', [3, 0]));
  expect(mayClaim(apart, head, at)).toBe(true);
  expect(decideMark(apart, rubric, { markerId: 'head', choices: [3, 1], at }).kind).toBe('marked-before');
  const decided = marked(mark(apart, 'head', [3, 1]));
  expect(decided).toMatchObject({ points: 90, marks: [{}, {}, { markerId: 'head' }] });
  expect(mayClaim(decided, head, at)).toBe(false);
  const other = marked(mark(apart, 'head', [1, 0]));
  expect(decideMark(other, rubric, { markerId: 'head', choices: [1, 0], at }).kind).toBe('marked-before');
});

test('the learner is told by those whose marks count, and another word is another mark', () => {
  const say = (of: Parameters<typeof decideMark>[0], markerId: string, choices: number[], note?: string) => {
    const lease = { markerId, until: later(at, 1) };
    return marked(decideMark({ ...of, lease }, rubric, { markerId, choices, at, ...(note && { note }) }));
  };
  const first = say(task({ markers: 2 }), 'lan', [3, 1], 'Viết rõ hơn nhé.');
  const again = { markerId: 'lan', choices: [3, 1], at };
  expect(decideMark(first, rubric, { ...again, note: 'Viết rõ hơn nhé.' }).kind).toBe('marked-before');
  expect(decideMark(first, rubric, { ...again, note: 'Tốt.' }).kind).toBe('refused');
  expect(noteOn(say(first, 'minh', [3, 1], 'Đủ ý.'))).toBe('Viết rõ hơn nhé.\n\nĐủ ý.');
  const apart = say(first, 'minh', [0, 0], 'Lạc đề.');
  expect(noteOn(say(apart, 'head', [3, 1], 'Đúng ý.'))).toBe('Đúng ý.');
  expect(noteOn(say(apart, 'head', [3, 1]))).toBeUndefined();
});

test('nobody is given what another has in hand, what they marked themselves, or what is decided', () => {
  const lan = { markerId: 'lan', isHead: false };
  expect(mayClaim(task(), lan, at)).toBe(true);
  expect(mayClaim(leased('minh'), lan, at)).toBe(false);
  expect(mayClaim(leased('minh'), lan, later(at, 1))).toBe(true);
  expect(mayClaim(leased('lan'), lan, at)).toBe(true);
  expect(mayClaim(marked(mark(task({ markers: 2 }), 'lan', [1, 1])), lan, at)).toBe(false);
  expect(mayClaim(task({ points: 50 }), lan, at)).toBe(false);
});

test('whoever marks in whatever order, two different people mark first and the points lie between the marks', () => {
  const one = fc.record({
    marker: fc.constantFrom('lan', 'minh', 'hoa'),
    choices: fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 1 })),
  });
  fc.assert(
    fc.property(fc.constantFrom(1 as const, 2 as const), fc.array(one, { maxLength: 8 }), (markers, sent) => {
      let state = task({ markers });
      for (const { marker, choices } of sent) {
        if (!mayClaim(state, { markerId: marker, isHead: true }, at)) continue;
        state = marked(mark(state, marker, choices));
      }
      const points = state.marks.map((each) => each.points);
      const both = state.marks.slice(0, 2);
      expect(new Set(both.map(({ markerId }) => markerId)).size).toBe(both.length);
      expect(points.length).toBeLessThanOrEqual(markers === 1 ? 1 : 3);
      if (state.points === undefined) return;
      expect(state.points).toBeGreaterThanOrEqual(Math.min(...points));
      expect(state.points).toBeLessThanOrEqual(Math.max(...points));
    }),
  );
});

test('the id of a task is one of this platform and another for every item and secret', () => {
  const ids = ['a', 'b'].flatMap((secret) => ['x', 'y'].map((item) => taskIdOf(secret, item)));
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
});
