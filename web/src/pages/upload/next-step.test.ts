import { expect, it } from 'vitest';
import { recording } from '../../messages/vi/recording.ts';
import type { Material } from '../materials/standing.ts';
import { isAwaitedThere, stepOf, turnOf } from './next-step.tsx';

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

it('asks those who make materials to go on, and tells the others that it is the maker who does', () => {
  for (const role of ['content-staff', 'teacher', 'youth-union'] as const) {
    expect(turnOf('draft', [role], recording)).toEqual({ text: recording.next.draft, isTodo: true });
    expect(turnOf('returned', ['director', role], recording).isTodo).toBe(true);
    expect(turnOf('submitted', [role], recording).isTodo).toBe(false);
  }
  for (const role of ['director', 'training-head'] as const) {
    expect(turnOf('draft', [role], recording)).toEqual({ text: recording.nextOfOthers.draft, isTodo: false });
    const { text, isTodo } = turnOf('returned', [role], recording);
    expect([text, isTodo]).toEqual([recording.nextOfOthers.returned, false]);
    expect(turnOf('issued', [role], recording).text).toBe(recording.next.issued);
  }
});

it('waits a minute for the library to hear of a file, and for nothing else', () => {
  expect([isAwaitedThere(404, 1), isAwaitedThere(404, 29), isAwaitedThere(404, 30)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([isAwaitedThere(undefined, 1), isAwaitedThere(403, 1)]).toEqual([false, false]);
});
