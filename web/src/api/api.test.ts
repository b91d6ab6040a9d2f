import { expect, it } from 'vitest';
import { outlivesTab } from './api.ts';

/** What browsers let calls with `keepalive` hold together: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch */
const QUOTA_BYTES = 64 * 1024;

const sendOf = (body: string) => ({ method: 'PUT', body });

it('lets what was just answered outlive the tab, and nothing that a browser would refuse for its size', () => {
  expect(outlivesTab(sendOf(JSON.stringify({ response: { kind: 'true-false', value: true } })))).toBe(true);
  const essay = (letters: number) => JSON.stringify({ text: 'ệ'.repeat(letters) });
  expect(outlivesTab(sendOf(essay(20_000)))).toBe(false);
  // The longest that does, sent from two tabs at once.
  let longest = 0;
  while (outlivesTab(sendOf(essay(longest + 1)))) longest += 1;
  expect(longest).toBeGreaterThan(5_000);
  expect(new TextEncoder().encode(essay(longest)).length * 2).toBeLessThan(QUOTA_BYTES);
});

it('never for a read, which nobody waits for in a tab that is gone', () => {
  expect(outlivesTab({ method: 'GET' })).toBe(false);
  expect(outlivesTab({ method: 'POST' })).toBe(true);
});
