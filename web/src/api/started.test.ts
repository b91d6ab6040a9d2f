import { afterEach, describe, expect, it, vi } from 'vitest';
import { takeStarted } from './started.ts';

const ADDRESS = '/v1/courses/an-toan';

describe('answer that the document asked for', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is given once, for its own address only', async () => {
    const answer = Promise.resolve(Response.json({ title: 'An toàn' }));
    vi.stubGlobal('hvsStarted', { [ADDRESS]: answer });
    vi.spyOn(performance, 'now').mockReturnValue(2_000);
    expect(takeStarted('GET', '/v1/courses')).toBeUndefined();
    expect(takeStarted('POST', ADDRESS)).toBeUndefined();
    expect(takeStarted('GET', ADDRESS)).toBe(answer);
    expect(takeStarted('GET', ADDRESS)).toBeUndefined();
  });

  it('is out of date on a page that has been open for a while', () => {
    vi.stubGlobal('hvsStarted', { [ADDRESS]: Promise.resolve(Response.json({})) });
    vi.spyOn(performance, 'now').mockReturnValue(31_000);
    expect(takeStarted('GET', ADDRESS)).toBeUndefined();
  });

  it('is missing where the inline script did not run', () => {
    expect(takeStarted('GET', ADDRESS)).toBeUndefined();
  });
});
