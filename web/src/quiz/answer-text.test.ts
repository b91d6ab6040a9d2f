import { describe, expect, it } from 'vitest';
import type { Response, SeenItem } from '../../../services/quizzes/contract.ts';
import { answerLines } from './answer-text.ts';
import { isFull } from './full-answer.ts';

const about = { itemId: 'i', stem: '' };
const words = { true: 'Đúng', false: 'Sai', blank: 'bỏ trống', marksSet: (n: number) => `${n} dấu` };

const ordering: SeenItem = {
  ...about,
  kind: 'ordering',
  entries: [
    { entryId: 'e1', text: 'sau' },
    { entryId: 'e2', text: 'trước' },
  ],
};
const cloze: SeenItem = {
  ...about,
  kind: 'cloze',
  passage: [
    { kind: 'text', text: 'Gọi ' },
    { kind: 'numeric', gapId: 'g1' },
    { kind: 'text', text: ' khi ' },
    { kind: 'single-choice', gapId: 'g2', options: [{ optionId: 'o1', text: 'cần' }] },
  ],
};
const screen: SeenItem = {
  ...about,
  kind: 'practical-task',
  task: 'find',
  screen: 'text-message',
  elements: [
    { elementId: 'x1', role: 'sender', text: '+84 9' },
    { elementId: 'x2', role: 'field', text: '0', label: 'Phí' },
  ],
};
const picture: SeenItem = {
  ...about,
  kind: 'hot-spot',
  picks: 2,
  picture: { fileId: '0'.repeat(64), mediaType: 'image/png', alt: 'a' },
};
const essay: SeenItem = { ...about, kind: 'essay', criteria: [] };
const files: SeenItem = {
  ...about,
  kind: 'file-answer',
  criteria: [],
  mediaTypes: ['image/*'],
  maxFiles: 1,
  maxBytes: 9,
};
const photo = { fileId: '0'.repeat(64), name: 'anh.jpg', mediaType: 'image/jpeg', bytes: 1 };

describe('answers to the rarer kinds', () => {
  it.each<[SeenItem, Response, readonly string[]]>([
    [ordering, { kind: 'ordering', entryIds: ['e2', 'e1'] }, ['1. trước', '2. sau']],
    [cloze, { kind: 'cloze', gaps: { g1: '113', g2: 'o1' } }, ['Gọi [113] khi [cần]']],
    [screen, { kind: 'practical-task', elementIds: ['x2'] }, ['Phí: 0']],
    [picture, { kind: 'hot-spot', points: [{ x: 1, y: 1 }] }, ['1 dấu']],
    [essay, { kind: 'essay', text: 'Tôi viết.' }, ['Tôi viết.']],
    [files, { kind: 'file-answer', files: [photo] }, ['anh.jpg']],
  ])('of $kind are told in the words of the question', (item, response, lines) => {
    expect(isFull(item, response)).toBe(true);
    expect(answerLines(item, response, words)).toEqual(lines);
  });

  it.each<[SeenItem, Response]>([
    [cloze, { kind: 'cloze', gaps: { g1: '113' } }],
    [cloze, { kind: 'cloze', gaps: { g1: ' ', g2: 'o1' } }],
    [screen, { kind: 'practical-task', elementIds: [] }],
    [picture, { kind: 'hot-spot', points: [] }],
    [essay, { kind: 'essay', text: ' \n' }],
    [files, { kind: 'file-answer', files: [] }],
    [essay, { kind: 'short-answer', text: 'của câu khác' }],
  ])('of $kind are not full with nothing in them', (item, response) => {
    expect(isFull(item, response)).toBe(false);
  });

  it('of a cloze show what was left out', () => {
    expect(answerLines(cloze, { kind: 'cloze', gaps: { g1: '113' } }, words)).toEqual([
      'Gọi [113] khi [bỏ trống]',
    ]);
  });
});
