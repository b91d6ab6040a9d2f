import { describe, expect, it } from 'vitest';
import { Lanes, type Put } from './lanes.ts';
import { LANES, type Part } from './schedule.ts';

const file = new Blob(['x'.repeat(40)]);
const partsOf = (count: number): readonly Part[] =>
  Array.from({ length: count }, (_, at) => ({
    partNumber: at + 1,
    url: `part-${at + 1}`,
    fromByte: at * 8,
    toByte: at * 8 + 8,
  }));

/** A store that holds every part until it is told what becomes of it. */
const store = () => {
  const waiting = new Map<string, { arrive: () => void; lose: () => void }>();
  const put: Put = (url, _, onSent, signal) =>
    new Promise((resolve, reject) => {
      onSent(4);
      signal.addEventListener('abort', () => reject(new Error('given up')));
      waiting.set(url, { arrive: () => resolve(`etag-${url}`), lose: () => reject(new Error('broke')) });
    });
  const happen = async (what: 'arrive' | 'lose', url: string): Promise<void> => {
    const one = waiting.get(url);
    waiting.delete(url);
    one?.[what]();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { put, happen, open: () => [...waiting.keys()] };
};

describe('the lanes to the store', () => {
  it('send the parts of a file and tell how many bytes of them have gone out', async () => {
    const { put, happen, open } = store();
    const sent: number[] = [];
    const { signal } = new AbortController();
    const end = new Lanes(put).send('a', { file, parts: partsOf(4), signal, onSent: (n) => sent.push(n) });
    expect(open()).toHaveLength(LANES);
    for (const url of ['part-2', 'part-1', 'part-3', 'part-4']) await happen('arrive', url);
    const { kind, arrived } = await end;
    expect(kind).toBe('sent');
    expect(arrived.map(({ partNumber }) => partNumber)).toEqual([2, 1, 3, 4]);
    expect(sent.at(-1)).toBe(32);
  });

  it('let what is under way arrive when a part broke, begin nothing more of its file, and go on with the next', async () => {
    const { put, happen, open } = store();
    const lanes = new Lanes(put);
    const { signal } = new AbortController();
    const broken = lanes.send('a', { file, parts: partsOf(5), signal, onSent: () => undefined });
    const next = lanes.send('b', {
      file,
      parts: [{ partNumber: 1, url: 'of-b', fromByte: 0, toByte: 8 }],
      signal,
      onSent: () => undefined,
    });
    await happen('lose', 'part-1');
    expect(open()).toEqual(['part-2', 'part-3', 'of-b']);
    for (const url of ['part-2', 'part-3', 'of-b']) await happen('arrive', url);
    expect(await broken).toEqual({
      kind: 'broken',
      arrived: [2, 3].map((n) => ({ partNumber: n, etag: `etag-part-${n}` })),
    });
    expect((await next).kind).toBe('sent');
  });

  it('are free at once when a file is stopped, and what it had under way counts for nothing', async () => {
    const { put, happen, open } = store();
    const lanes = new Lanes(put);
    const stop = new AbortController();
    const first = lanes.send('a', { file, parts: partsOf(5), signal: stop.signal, onSent: () => undefined });
    stop.abort();
    expect(await first).toEqual({ kind: 'stopped', arrived: [] });
    const { signal } = new AbortController();
    const again = lanes.send('a', { file, parts: partsOf(1), signal, onSent: () => undefined });
    expect(open()).toContain('part-1');
    await happen('arrive', 'part-1');
    expect((await again).kind).toBe('sent');
  });

  it('are done with a file of which nothing is missing', async () => {
    const { signal } = new AbortController();
    const end = new Lanes(store().put).send('a', { file, parts: [], signal, onSent: () => undefined });
    expect(await end).toEqual({ kind: 'sent', arrived: [] });
  });
});
