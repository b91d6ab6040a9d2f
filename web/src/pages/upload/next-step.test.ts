import { expect, it } from 'vitest';
import type { Material } from '../materials/standing.ts';
import { stepOf } from './next-step.tsx';

const of = (parts: object) => stepOf(parts as Material);

it('leads on until a file is shown, and again once it was withdrawn', () => {
  const [draft, submitted] = [{ state: 'draft' }, { state: 'submitted' }];
  expect([of({ draft }), of({ draft: submitted }), of({ draft: { state: 'returned' } })]).toEqual([
    'draft',
    'submitted',
    'returned',
  ]);
  expect([of({ issued: {} }), of({ issued: {}, draft })]).toEqual(['issued', 'issued']);
  expect([of({ issued: {}, withdrawn: {} }), of({ issued: {}, withdrawn: {}, draft })]).toEqual([
    'withdrawn',
    'draft',
  ]);
});
