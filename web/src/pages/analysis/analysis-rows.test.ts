import { expect, it } from 'vitest';
import { countFlagged, type ItemFigures, mineToMendFirst } from './analysis-rows.ts';

const item = (title: string, facility: number, flags: ItemFigures['flags'], isMine = false): ItemFigures => ({
  ...{ itemId: title, title, kind: 'true-false', stem: title, attempts: 40, facility, blank: 0, choices: [] },
  flags,
  isMine,
});
const items = [
  item('dễ', 0.99, ['too-easy'], true),
  item('vừa', 0.6, [], true),
  item('khó của người khác', 0.1, ['too-hard']),
  item('ít lượt', 0.5, ['too-few-attempts'], true),
];

it('puts what the reader wrote and has to look at before the hardest of the others', () => {
  expect(mineToMendFirst(items).map(({ title }) => title)).toEqual([
    'dễ',
    'khó của người khác',
    'ít lượt',
    'vừa',
  ]);
});

it('counts what to look at, and apart from it what of that is the reader’s own', () => {
  expect(countFlagged(items)).toEqual({ all: 2, mine: 1 });
  expect(countFlagged([])).toEqual({ all: 0, mine: 0 });
});
