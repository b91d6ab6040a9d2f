import { describe, expect, it } from 'vitest';
import { completedOf, recordCode } from './record-code.ts';

describe('recordCode', () => {
  it('is the random end of an identifier, in fours', () => {
    expect(recordCode('01KAZ6Q4Z0ABCDEFGH12345678')).toBe('EFGH-1234-5678');
  });
});

describe('completedOf', () => {
  it('keeps what was completed, latest first', () => {
    const all = [
      { id: 1, status: 'completed', completedAt: '2026-11-01T00:00:00.000Z' },
      { id: 2, status: 'confirmed' },
      { id: 3, status: 'completed', completedAt: '2026-11-20T00:00:00.000Z' },
      { id: 4, status: 'completed' },
    ];
    expect(completedOf(all).map(({ id }) => id)).toEqual([3, 1, 4]);
  });
});
