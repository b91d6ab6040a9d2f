import { expect, test } from 'vitest';
import { forgetMarking, keepMarking, keptMarking } from './kept-marking.ts';

const storageOf = (kept = new Map<string, string>()) => ({
  read: (key: string) => kept.get(key),
  write: (key: string, value: string) => kept.set(key, value).has(key),
  remove: (key: string) => void kept.delete(key),
});
const levels = [
  { points: 1, words: 'Đủ ý' },
  { points: 0, words: 'Thiếu ý' },
];
const task = {
  taskId: 't1',
  criteria: [
    { name: 'Nội dung', levels },
    { name: 'Cách viết', levels },
  ],
};

test('what was chosen and written of an answer is there after a reload, for its marker alone, until it is saved', () => {
  const storage = storageOf();
  const marking = { choices: [undefined, 1], note: 'Viết rõ hơn nhé.' };
  const none = { choices: [undefined, undefined], note: '' };
  expect(keptMarking('p1', task, storage)).toEqual(none);
  expect(keepMarking('p1', 't1', marking, storage)).toBe(true);
  expect(keptMarking('p1', task, storage)).toEqual(marking);
  expect(keptMarking('p2', task, storage)).toEqual(none);
  expect(keptMarking('p1', { ...task, taskId: 't2' }, storage)).toEqual(none);
  forgetMarking('p1', 't1', storage);
  expect(keptMarking('p1', task, storage)).toEqual(none);
});

test('choices of another rubric are not taken for choices of this one', () => {
  const storage = storageOf();
  keepMarking('p1', 't1', { choices: [0], note: 'Tốt.' }, storage);
  expect(keptMarking('p1', task, storage)).toEqual({ choices: [undefined, undefined], note: 'Tốt.' });
  keepMarking('p1', 't1', { choices: [7, 0], note: '' }, storage);
  expect(keptMarking('p1', task, storage).choices).toEqual([undefined, 0]);
});
