import { afterEach, expect, it, vi } from 'vitest';
import { awayOf, isUseless, putAway } from './put-away.ts';

afterEach(() => vi.unstubAllGlobals());

it('is offered for what was refused or given up, and not for what can still become something', () => {
  expect([isUseless({ status: 'rejected' }), isUseless({ status: 'failed', canRetry: false })]).toEqual([
    true,
    true,
  ]);
  expect([isUseless({ status: 'failed', canRetry: true }), isUseless({ status: 'ready' })]).toEqual([
    false,
    false,
  ]);
});

it('is kept for one person, the newest of many', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  for (let n = 0; n < 201; n += 1) putAway('W', `A${n}`);
  putAway('X', 'B');
  expect(awayOf('W')).toHaveLength(200);
  expect([awayOf('W')[0], awayOf('W').at(-1), awayOf('X')]).toEqual(['A1', 'A200', ['B']]);
});
