import { expect, it } from 'vitest';
import { type Draft, editionOf, type Material, standingOf } from './standing.ts';

const issued = { version: 1, title: 'Một' } as NonNullable<Material['issued']>;
const draft = { version: 2, title: 'Hai', state: 'submitted' } as Draft;
const base = { materialId: 'M' } as Material;

it('says what is being done with a material before what is shown of it', () => {
  expect(standingOf({ ...base, issued, draft })).toBe('submitted');
  expect(editionOf({ ...base, issued, draft })?.title).toBe('Hai');
  expect(standingOf({ ...base, issued })).toBe('issued');
  expect(standingOf({ ...base, issued, withdrawn: { at: '', reason: 'wrong' } })).toBe('withdrawn');
  expect(standingOf(base)).toBe('absorbed');
});
