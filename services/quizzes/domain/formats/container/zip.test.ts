import fc from 'fast-check';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZip } from './zip.ts';

const zipped = zipSync({ 'a/b.xml': strToU8('một'), 'c.png': strToU8('hai') });

test('the files that are wanted', () => {
  const files = readZip(zipped, (name) => name.endsWith('.xml'));
  if (typeof files === 'string') throw new Error(files);
  expect([...files].map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([['a/b.xml', 'một']]);
});

test('what would unpack to too much, or leaves its folder, is refused before it is unpacked', () => {
  expect(readZip(zipSync({ a: new Uint8Array(81 * 1024 * 1024) }, { level: 1 }))).toBe('file-too-large');
  expect(readZip(zipSync({ '../a': strToU8('a') }))).toBe('file-unreadable');
});

test('a file that claims to be small and is not is refused', () => {
  const bomb = zipSync(
    { a: Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 251) },
    { level: 0 },
  );
  const view = new DataView(bomb.buffer);
  // The size unpacked, in the directory at the end: its signature is PK 01 02.
  for (let at = 0; at < bomb.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  expect(readZip(bomb)).toBe('file-unreadable');
});

test('damaged bytes are refused or read, and never throw', () => {
  fc.assert(
    fc.property(fc.nat(zipped.length - 1), fc.nat(255), fc.nat(zipped.length), (at, byte, length) => {
      const damaged = zipped.slice(0, length);
      if (at < length) damaged[at] = byte;
      const files = readZip(damaged);
      expect(typeof files === 'string' || files instanceof Map).toBe(true);
    }),
  );
});
