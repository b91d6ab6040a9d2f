import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zipOf } from '../engine/zip-fixture.ts';
import { DIRECTORY_END_BYTES, directoryOf, namesIn } from './zip-directory.ts';

const namesOf = (file: Uint8Array): string[] | undefined => {
  const directory = directoryOf(file.subarray(-DIRECTORY_END_BYTES), file.length);
  if (!directory || directory === 'in-64-bits') return undefined;
  return namesIn(file.subarray(directory.start, directory.start + directory.bytes));
};

test('the names in an archive are read from its directory, whatever comment ends it', () => {
  const names = ['imsmanifest.xml', 'sco/index.html'];
  expect(namesOf(zipOf(names))).toEqual(names);
  expect(namesOf(zipOf(names, 'x'.repeat(1000)))).toEqual(names);
});

test('a directory that lies outside the file is none, and half a one is read as far as it goes', () => {
  const file = zipOf(['a', 'b']);
  expect(directoryOf(file.subarray(-DIRECTORY_END_BYTES), 10)).toBeUndefined();
  expect(namesIn(file.subarray(0, 20))).toEqual([]);
});

test('no bytes make the reader throw or read on for ever', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (junk) => {
      expect(namesIn(junk).length).toBeLessThan(8);
      const directory = directoryOf(junk, junk.length);
      const end = directory && directory !== 'in-64-bits' ? directory.start + directory.bytes : 0;
      expect(end).toBeLessThanOrEqual(junk.length);
    }),
  );
});
