import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemFaults } from './item-faults.ts';
import { anyItem } from './items/item-arbitrary.suite.ts';
import type { Question } from './question.ts';

const about = { title: 't', stem: 's' };
const picture = { fileId: 'ab'.repeat(32), mediaType: 'image/png', alt: ' ' };

test.each<[string, Question, readonly { readonly code: string; readonly at: string }[]]>([
  [
    'options as a whole',
    { ...about, kind: 'single-choice', options: [{ text: 'a', weight: 0 }] },
    [
      { code: 'one-option', at: '/options' },
      { code: 'no-right-answer', at: '/options' },
    ],
  ],
  [
    'the second of two prompts that are the same',
    {
      ...about,
      kind: 'matching',
      pairs: ['a', 'b', 'a'].map((prompt) => ({ prompt, choice: 'x' })),
      distractors: [],
    },
    [{ code: 'prompt-twice', at: '/pairs/2' }],
  ],
  [
    'the second of two entries that are the same',
    { ...about, kind: 'ordering', entries: ['a', 'a', 'b'], scoring: 'by-place' },
    [{ code: 'option-twice', at: '/entries/1' }],
  ],
  [
    'one gap of a text',
    {
      ...about,
      kind: 'cloze',
      passage: [
        'Gọi ',
        { kind: 'short-answer', share: 1, accepted: [{ text: '113', weight: 100 }] },
        { kind: 'single-choice', share: 1, options: [{ text: 'a', weight: 100 }] },
      ],
    },
    [{ code: 'one-option', at: '/passage/2' }],
  ],
  [
    'a picture of an option without words',
    {
      ...about,
      kind: 'single-choice',
      options: [
        { text: 'a', weight: 100 },
        { text: 'b', weight: 0, media: [picture] },
      ],
    },
    [{ code: 'media-without-alt', at: '/options/1/media/0' }],
  ],
  [
    'the rubric',
    { ...about, kind: 'essay', rubric: { criteria: [] } },
    [{ code: 'rubric-incomplete', at: '/rubric' }],
  ],
])('a fault names %s', (_, question, faults) => {
  const found = itemFaults(question, new Map()).filter(({ code }) => code !== 'needs-files');
  expect(found).toEqual(faults);
});

test('a question without faults has none but, where it shows files, that the bank has not got them', () => {
  fc.assert(
    fc.property(anyItem, (question) => {
      expect(itemFaults(question, new Map()).every(({ code }) => code === 'needs-files')).toBe(true);
    }),
  );
});
