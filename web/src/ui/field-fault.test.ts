import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { vi } from '../messages/vi.ts';
import { sentenceOfFault } from './field-fault.ts';

const t = vi.common.fieldFaults;

it.each([
  ['an empty field', { type: 'text', validity: { valueMissing: true } }, t.missing],
  ['letters for a number', { type: 'number', validity: { badInput: true } }, t.noNumber],
  ['half a number', { type: 'number', validity: { stepMismatch: true } }, t.noNumber],
  ['half a day', { type: 'date', validity: { badInput: true } }, t.noDay],
  ['too little', { type: 'number', min: '1', validity: { rangeUnderflow: true } }, t.tooSmall('1')],
  [
    'too much',
    { type: 'number', max: '1000000', validity: { rangeOverflow: true } },
    t.tooLarge('1.000.000'),
  ],
  ['a year to come', { type: 'number', max: '2020', validity: { rangeOverflow: true } }, t.tooLarge('2020')],
  [
    'a day gone by',
    { type: 'date', min: '2026-11-05', validity: { rangeUnderflow: true } },
    t.tooEarly('05/11/2026'),
  ],
  [
    'a day far off',
    { type: 'date', max: '2026-12-05', validity: { rangeOverflow: true } },
    t.tooLate('05/12/2026'),
  ],
  ['another spelling', { type: 'text', validity: { patternMismatch: true } }, t.wrong],
])('says of %s what is wrong and what to do', (_, field, sentence) => {
  expect(sentenceOfFault(field, t, 'vi')).toBe(sentence);
});

it('is what every form says: none but the one that keeps the browser silent stands in the pages', () => {
  const source = path.resolve(import.meta.dirname, '..');
  const withForm = fs
    .readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.tsx') && /<form\b/.test(fs.readFileSync(path.join(source, file), 'utf8')),
    );
  expect(withForm).toEqual([path.join('ui', 'form.tsx')]);
});
