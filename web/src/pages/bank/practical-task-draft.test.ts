import { expect, test } from 'vitest';
import { marked, markedAs, type ScreenElement } from './practical-task-draft.ts';

const elements: readonly ScreenElement[] = ['Ngân hàng', 'bit.ly/x', '9 giờ'].map((text) => ({
  role: 'text',
  text,
}));

test('what is suspicious shares the whole, and what is harmless takes as much away', () => {
  const weighed = marked('find', elements, ['right', 'right', 'wrong']);
  expect(weighed.map(({ weight }) => weight)).toEqual([50, 50, -50]);
  expect(weighed.map(markedAs)).toEqual(['right', 'right', 'wrong']);
  expect(marked('find', weighed, ['right', 'neutral', 'neutral'])).toEqual([
    { role: 'text', text: 'Ngân hàng', weight: 100 },
    { role: 'text', text: 'bit.ly/x' },
    { role: 'text', text: '9 giờ' },
  ]);
});

test('of a single step every right one earns everything', () => {
  const weighed = marked('step', elements, ['neutral', 'right', 'right']);
  expect(weighed.map(({ weight = 0 }) => weight)).toEqual([0, 100, 100]);
});
