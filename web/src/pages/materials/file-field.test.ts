import { expect, it } from 'vitest';
import { isFree } from './file-field.tsx';
import type { Draft, Material } from './standing.ts';

it('offers for the next version files of the same kind, course and lesson that nobody waits for', () => {
  const place = { kind: 'video', courseId: 'C', lessonNo: 2 } as const;
  const of = (draft: Partial<Draft>, more: Partial<Material> = {}) =>
    isFree({ draft: { ...place, assetId: 'A', state: 'draft', ...draft }, ...more } as Material, place);
  expect(of({})).toBe(true);
  expect(of({ state: 'returned' })).toBe(true);
  for (const other of [{ kind: 'document' }, { courseId: 'D' }, { lessonNo: 1 }] as const)
    expect(of(other), JSON.stringify(other)).toBe(false);
  expect(of({ state: 'submitted' })).toBe(false);
  expect(of({}, { issued: {} as NonNullable<Material['issued']> })).toBe(false);
});
