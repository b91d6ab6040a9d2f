import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRange, rangeOf } from './range.ts';

const stored = (bytes: Uint8Array<ArrayBuffer>) =>
  new Response(bytes, { headers: { 'content-type': 'video/mp4' } });

describe('rangeOf', () => {
  it.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=100-', { start: 100, end: 999 }],
    ['bytes=-10', { start: 990, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=990-5000', { start: 990, end: 999 }],
    ['bytes=1000-', 'beyond'],
    ['bytes=-0', 'beyond'],
    ['bytes=9-3', undefined],
    ['bytes=0-1,5-6', undefined],
    ['items=0-1', undefined],
    ['bytes=-', undefined],
    [null, undefined],
  ])('%s of 1000 bytes', (header, expected) => {
    expect(rangeOf(header, 1000)).toEqual(expected);
  });
});

describe('inRange', () => {
  it('gives exactly the bytes asked for, says which they are, and keeps the type', async () => {
    const file = fc.uint8Array({ minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(file, fc.nat(400), fc.nat(400), async (bytes, from, length) => {
        const whole = new Uint8Array(bytes);
        const answer = await inRange(stored(whole), `bytes=${from}-${from + length}`);
        const exists = from < whole.length;
        expect(answer.status).toBe(exists ? 206 : 416);
        if (!exists) return;
        const got = new Uint8Array(await answer.arrayBuffer());
        expect(got).toEqual(whole.slice(from, from + length + 1));
        expect(answer.headers.get('content-range')).toBe(
          `bytes ${from}-${from + got.length - 1}/${whole.length}`,
        );
        expect(answer.headers.get('content-length')).toBe(String(got.length));
        expect(answer.headers.get('content-type')).toBe('video/mp4');
      }),
    );
  });

  it('gives the whole when no part, or one it does not understand, is asked for', async () => {
    for (const header of [null, 'bytes=0-1,3-4']) {
      const answer = await inRange(stored(new Uint8Array([1, 2, 3, 4, 5])), header);
      expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, 5]);
    }
  });
});
