import { describe, expect, it } from 'vitest';
import type { MediaAsset } from '../../../../services/media/contract.ts';
import { isAwaited, withSent } from './queue-filter.ts';

describe('the queue of a desk', () => {
  it('never says of a file that was sent from here that it has still to be sent, and looks until it is known', () => {
    const of = (assetId: string, status: MediaAsset['status']) => ({ assetId, status }) as MediaAsset;
    const newest = [of('A', 'awaiting-upload'), of('B', 'awaiting-upload'), of('C', 'rejected')];
    const shown = withSent(newest, ['A', 'C']);
    expect(shown.map(({ status }) => status)).toEqual(['received', 'awaiting-upload', 'rejected']);
    expect(isAwaited(['A'], shown)).toBe(true);
  });

  it('is asked for again while something moves or what was sent is not on it yet, and then no more', () => {
    expect(isAwaited([], [])).toBe(false);
    expect(isAwaited(['A'], [])).toBe(true);
    expect(isAwaited(['A'], [{ assetId: 'A', status: 'transcoding' }])).toBe(true);
    expect(isAwaited(['A'], [{ assetId: 'A', status: 'ready' }])).toBe(false);
  });
});
