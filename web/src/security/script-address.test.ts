import { afterEach, describe, expect, it, vi } from 'vitest';
import { scriptAddress } from './script-address.ts';

const addresses = [
  'https://elsewhere.vn/x.js',
  '//elsewhere.vn/x.js',
  'data:text/javascript,1',
  '/media/x.js',
  '/assets/upload-1a2B.js',
  '/assets/../digest.worker-1a2B.js',
];
/** Hashes what staff upload beside the page. */
const DIGEST = '/assets/digest.worker-1a-2B_.js';

describe('address of a worker script', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is given for the two workers of the site and for nothing else, also without Trusted Types', () => {
    for (const address of ['/service-worker.js', DIGEST]) expect(scriptAddress(address)).toBe(address);
    for (const address of addresses) expect(() => scriptAddress(address), address).toThrow(TypeError);
  });

  it('comes from one policy, made once, where the browser has Trusted Types', () => {
    const createPolicy = vi.fn((name: string, rules: { createScriptURL: (text: string) => string }) => ({
      createScriptURL: (text: string) => ({ policy: name, text: rules.createScriptURL(text) }),
    }));
    vi.stubGlobal('trustedTypes', { createPolicy });
    const trusted = { policy: 'hoc-vu-so', text: '/service-worker.js' };
    expect(scriptAddress('/service-worker.js')).toEqual(trusted);
    expect(scriptAddress('/service-worker.js')).toEqual(trusted);
    expect(createPolicy).toHaveBeenCalledTimes(1);
    for (const address of addresses) expect(() => scriptAddress(address), address).toThrow(TypeError);
  });
});
