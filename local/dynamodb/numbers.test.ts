import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNumbers, canonicalNumber, compareNumbers, encodeNumber, subtractNumbers } from './numbers.ts';

const number = fc
  .record({
    sign: fc.constantFrom('', '-'),
    digits: fc.stringMatching(/^\d{1,20}$/),
    exponent: fc.integer({ min: -60, max: 60 }),
  })
  .map(({ sign, digits, exponent }) => `${sign}${digits}e${exponent}`);

test.each([
  ['7.0', '7'],
  ['-0', '0'],
  ['1e3', '1000'],
  ['0012.50', '12.5'],
  ['.5', '0.5'],
  ['1E-3', '0.001'],
  ['-120e-1', '-12'],
])('%s is returned as %s', (given, expected) => {
  expect(canonicalNumber(given)).toBe(expected);
});

test.each(['', '.', 'abc', '1e', '0x10', 'NaN', 'Infinity'])('"%s" is not a number', (text) => {
  expect(() => canonicalNumber(text)).toThrow('cannot be converted to a numeric value');
});

test('the canonical form is the same number, and final', () => {
  fc.assert(
    fc.property(number, (text) => {
      const canonical = canonicalNumber(text);
      expect(Number(canonical)).toBe(Number(text) + 0);
      expect(canonicalNumber(canonical)).toBe(canonical);
      expect(compareNumbers(canonical, text)).toBe(0);
    }),
    { numRuns: 200, examples: [['1e2'], ['-1e-2']] },
  );
});

test('the bytes of a key sort as the numbers do', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const order = Math.sign(Buffer.compare(encodeNumber(a), encodeNumber(b)));
      expect(order).toBe(Math.sign(compareNumbers(a, b)));
    }),
    {
      numRuns: 500,
      examples: [
        ['-1', '-1.5'],
        ['1', '1.5'],
        ['0', '-1e-9'],
        ['-10', '-9'],
      ],
    },
  );
});

test('what is added can be subtracted again, exactly', () => {
  const cents = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map((n) => `${n}e-2`);
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      expect(subtractNumbers(addNumbers(a, b), b)).toBe(canonicalNumber(a));
    }),
  );
});

test('the limits are 38 digits and magnitudes from -130 to 125', () => {
  expect(canonicalNumber('9'.repeat(38))).toHaveLength(38);
  expect(() => canonicalNumber('9'.repeat(39))).toThrow('38 significant digits');
  expect(() => addNumbers('1e37', '0.1')).toThrow('38 significant digits');
  expect(canonicalNumber('9.9e125')).toHaveLength(126);
  expect(() => canonicalNumber('1e126')).toThrow('overflow');
  expect(() => canonicalNumber('1e-131')).toThrow('underflow');
});
