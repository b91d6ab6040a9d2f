import { afterEach, describe, expect, it, vi } from 'vitest';
import { takeOwnStarted, takeRenewal, takeStarted } from './started.ts';

const ADDRESS = '/v1/courses/an-toan';

describe('answer that the document asked for', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is given once, for its own address only', async () => {
    const answer = Promise.resolve(Response.json({ title: 'An toàn' }));
    vi.stubGlobal('hvsStarted', { answers: { [ADDRESS]: answer } });
    vi.spyOn(performance, 'now').mockReturnValue(2_000);
    expect(takeStarted('GET', '/v1/courses')).toBeUndefined();
    expect(takeStarted('POST', ADDRESS)).toBeUndefined();
    expect(takeStarted('GET', ADDRESS)).toBe(answer);
    expect(takeStarted('GET', ADDRESS)).toBeUndefined();
  });

  it('goes to whoever it was asked for and to nobody else, once', async () => {
    const response = Response.json({ enrolments: [] });
    const own = () => ({ '/v1/my/enrolments': Promise.resolve({ authorization: 'Bearer hanh', response }) });
    vi.spyOn(performance, 'now').mockReturnValue(2_000);
    vi.stubGlobal('hvsStarted', { answers: {}, own: own() });
    expect(await takeOwnStarted('/v1/my/enrolments', undefined)).toBeUndefined();
    expect(await takeOwnStarted('/v1/my/enrolments', 'Bearer hanh')).toBe(response);
    expect(await takeOwnStarted('/v1/my/enrolments', 'Bearer hanh')).toBeUndefined();
    vi.stubGlobal('hvsStarted', { answers: {}, own: own() });
    expect(await takeOwnStarted('/v1/my/enrolments', 'Bearer binh')).toBeUndefined();
  });

  it('is asked for again when the document could not get it', async () => {
    const own = { '/v1/me': Promise.reject(new TypeError('Failed to fetch')) };
    vi.spyOn(performance, 'now').mockReturnValue(2_000);
    vi.stubGlobal('hvsStarted', { answers: {}, own });
    expect(await takeOwnStarted('/v1/me', 'Bearer hanh')).toBeUndefined();
  });

  it('is out of date on a page that has been open for a while', () => {
    const answer = Promise.resolve(Response.json({}));
    vi.stubGlobal('hvsStarted', { answers: { [ADDRESS]: answer }, renewal: { refresh: 'r', answer } });
    vi.spyOn(performance, 'now').mockReturnValue(31_000);
    expect(takeStarted('GET', ADDRESS)).toBeUndefined();
    expect(takeRenewal('r')).toBeUndefined();
  });

  it('renews the sign-in it was started for, once, and no other', () => {
    const answer = Promise.resolve(Response.json({}));
    vi.stubGlobal('hvsStarted', { answers: {}, renewal: { refresh: 'hanh', answer } });
    vi.spyOn(performance, 'now').mockReturnValue(2_000);
    expect(takeRenewal('binh')).toBeUndefined();
    expect(takeRenewal('hanh')).toBe(answer);
    expect(takeRenewal('hanh')).toBeUndefined();
  });

  it('is missing where the inline script did not run', () => {
    expect(takeStarted('GET', ADDRESS)).toBeUndefined();
  });
});
