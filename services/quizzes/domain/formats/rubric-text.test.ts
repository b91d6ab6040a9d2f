import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rubricIn, rubricLines } from './rubric-text.ts';

const words = fc
  .string({ unit: fc.constantFrom(...'aB|\\:0 é'), maxLength: 12 })
  .map((text) => text.replace(/\s+/g, ' ').trim());
const rubric = fc.record({
  criteria: fc.array(
    fc.record({
      name: words.filter((name) => name !== ''),
      levels: fc.array(fc.record({ points: fc.nat(100), words }), { minLength: 2, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

test('whatever criteria say is read as it was written', () => {
  fc.assert(
    fc.property(rubric, (given) => {
      expect(rubricIn(rubricLines(given))).toEqual(given);
    }),
  );
});

test.each([[[]], [['Chấm theo ý, mỗi ý 1 điểm.', 'Bài hay | thưởng']]])('%j is no rubric', (lines) => {
  expect(rubricIn(lines)).toBeUndefined();
});
