import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileGroupsOf, filesOfGroup, planPackage } from './package-plan.ts';
import { typeOfPackageFile } from './package-types.ts';

const MIB = 1024 ** 2;
const plan = (sizes: readonly number[]) =>
  planPackage(
    { launch: 'a', files: sizes.map((bytes, at) => ({ name: String(at), bytes, crc: at })) },
    'package.test',
  );

test('a group holds a hundred files or 32 MiB, and a larger file is one of its own', () => {
  expect(plan(Array(250).fill(1)).groups).toEqual([0, 100, 200]);
  expect(plan([20 * MIB, 20 * MIB, 90 * MIB, 1, 1]).groups).toEqual([0, 1, 2, 3]);
});

test('every file is in one group, whatever the sizes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100 * MIB), { minLength: 1, maxLength: 400 }), (sizes) => {
      const made = plan(sizes);
      const covered = fileGroupsOf(made).flatMap((group) => {
        const [from, to] = filesOfGroup(made, group);
        return Array.from({ length: to - from }, (_, at) => from + at);
      });
      expect(covered).toEqual([...sizes.keys()]);
    }),
  );
});

test('its hash names names, sizes, contents and what is opened', () => {
  const facts = { launch: 'a', files: [{ name: 'a', bytes: 1, crc: 2 }] };
  const hashes = [
    facts,
    { ...facts, launch: 'a?b' },
    { ...facts, title: 'b' },
    { ...facts, files: [{ name: 'b', bytes: 1, crc: 2 }] },
    { ...facts, files: [{ name: 'a', bytes: 2, crc: 2 }] },
    { ...facts, files: [{ name: 'a', bytes: 1, crc: 3 }] },
  ].map((each) => planPackage(each, 'package.test').planHash);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(planPackage(facts, 'package.test').planHash).toBe(hashes[0]);
});

test('a group that a plan does not have is a bug', () => {
  expect(() => filesOfGroup(plan([1]), 'files-1')).toThrow(RangeError);
});

test.each([
  ['index.HTML', 'text/html'],
  ['a.b/lesson.js', 'text/javascript'],
  ['run.exe', 'application/octet-stream'],
  ['constructor', 'application/octet-stream'],
  ['README', 'application/octet-stream'],
])('%s is served as %s', (name, type) => {
  expect(typeOfPackageFile(name)).toBe(type);
});
