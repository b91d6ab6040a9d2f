import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsOf } from '../grading.ts';
import { fits, needsPerson, present, rightResponse } from '../item-types.ts';
import { anyItem } from './item-arbitrary.suite.ts';

test('the right response to any question fits what was shown and earns all of it; a person’s to mark has none', () => {
  fc.assert(
    fc.property(anyItem, fc.string(), (question, seed) => {
      const { seen, order } = present(question, 'item', seed);
      const response = rightResponse({ question, order });
      expect(response === undefined).toBe(needsPerson(question));
      if (!response) return;
      expect(fits(seen, response)).toBe(true);
      expect(pointsOf({ question, order }, response)).toBe(100);
    }),
  );
});

test('a number is said as Vietnamese writes it, without what binary adds to it', () => {
  const range = { low: 0.1, high: 0.2, weight: 100 };
  const question = { kind: 'numeric', title: 'Số', stem: 'Bao nhiêu?', accepted: [range] } as const;
  expect(rightResponse({ question, order: [] })).toEqual({ kind: 'numeric', text: '0,15' });
});
