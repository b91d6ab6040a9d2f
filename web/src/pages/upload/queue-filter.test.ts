import { describe, expect, it } from 'vitest';
import { isAwaited } from './queue-filter.ts';

describe('the queue of a desk', () => {
  it('is asked for again while something moves or what was sent is not on it yet, and then no more', () => {
    expect(isAwaited([], [])).toBe(false);
    expect(isAwaited(['A'], [])).toBe(true);
    expect(isAwaited(['A'], [{ assetId: 'A', status: 'transcoding' }])).toBe(true);
    expect(isAwaited(['A'], [{ assetId: 'A', status: 'ready' }])).toBe(false);
  });
});
