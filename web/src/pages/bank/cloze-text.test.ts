import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Gap, passageOf, typedPassage } from './cloze-text.ts';

const gap: Gap = { kind: 'short-answer', share: 1, accepted: [{ text: 'gọi 113', weight: 100 }] };

test('gaps are named where they stand, and one that the text has lost is told', () => {
  const { text, gaps } = typedPassage(['Khi cháy, ', gap, ' rồi ', gap, '.']);
  expect(text).toBe('Khi cháy, [1] rồi [2].');
  expect(passageOf('Khi cháy, [2].', gaps)).toEqual({ passage: ['Khi cháy, ', gap, '.'], missing: [1] });
});

test('words that look like a mark stay words', () => {
  const { text, gaps } = typedPassage(['Xem mục [2]: ', gap]);
  expect(text).toBe('Xem mục [2]: [3]');
  expect(passageOf(`${text} và [3]`, gaps).passage).toEqual(['Xem mục [2]: ', gap, ' và [3]']);
});

test('what is typed of a passage is that passage', () => {
  const words = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replaceAll(/[[\]]/g, '('));
  const part = fc.oneof(words, fc.constant(gap), fc.constant('[1]'));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      // Neighbouring words are one text.
      const passage = parts.filter(
        (each, at) => typeof each !== 'string' || typeof parts[at - 1] !== 'string',
      );
      const { text, gaps } = typedPassage(passage);
      expect(passageOf(text, gaps)).toEqual({ passage, missing: [] });
    }),
  );
});
