import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCORM_FILES, scormManifest, scormPackage } from '../../../../tests/support/scorm-package.ts';
import { planPackage } from '../../domain/package-plan.ts';
import type { RangeReader } from '../range-reader.ts';
import { type ZipFile, zipOf, zipWith } from '../zip-fixture.ts';
import { examinePackage } from './package.ts';
import { createPagesEngine, PACKAGE_ENGINE } from './pages-engine.ts';

const childPath = fileURLToPath(new URL('../pages-child.ts', import.meta.url));
const engine = createPagesEngine({ childPath });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const inMemory = (bytes: Uint8Array): RangeReader => ({
  size: bytes.length,
  read: async (start, end) => bytes.subarray(start, end),
});

/** What the process does, in this one. */
const examine = (zip: Buffer) =>
  examinePackage({
    size: zip.length,
    readSync: (position, length) => zip.subarray(position, position + length),
  });

const read = (zip: Uint8Array) => engine.readPackage(inMemory(zip), folder);
const isSymlink = 0xa1ff_0000;
const page = (more: Omit<ZipFile, 'name'>): ZipFile => ({ name: 'index.html', content: 'Chào', ...more });

describe('a package', () => {
  test('is listed with what it opens, and unpacked group by group', async () => {
    const pictures = Array.from({ length: 100 }, (_, at): ZipFile => ({ name: `bài/${at + 100}.png` }));
    const zip = scormPackage(...pictures, { name: 'bài/', content: '' });
    const facts = await read(zip);
    if (!facts.ok || !facts.value.ok) throw new Error(JSON.stringify(facts));
    const names = ['imsmanifest.xml', 'index.html', 'lesson.js'];
    expect(facts.value.value.files.map(({ name }) => name).slice(99)).toEqual(['bài/199.png', ...names]);
    const plan = planPackage(facts.value.value, PACKAGE_ENGINE);
    expect(plan).toMatchObject({ launch: 'index.html', files: 103, groups: [0, 100] });
    const outDir = join(folder, 'second');
    const unpacked = await engine.unpackFiles(plan, 'files-1', inMemory(zip), outDir);
    if (!unpacked.ok) throw new Error(unpacked.failure.detail);
    expect(unpacked.value.map(({ name }) => name)).toEqual(names);
    const [, index] = unpacked.value;
    expect(readFileSync(join(outDir, index?.path ?? ''), 'utf8')).toBe(String(SCORM_FILES[1]?.content));
    expect(readdirSync(outDir).toSorted()).toEqual(['100', '101', '102', 'result.json']);
  });

  test('may have several lessons, which pass the process that reads them', async () => {
    const items = '<item identifierref="r" parameters="?p=2"><title>Bài 2</title></item>';
    const outcome = await read(scormPackage({ name: 'imsmanifest.xml', content: scormManifest({ items }) }));
    expect(outcome).toMatchObject({
      value: {
        value: {
          lessons: [
            { launch: 'index.html', title: 'Bài 1' },
            { launch: 'index.html?p=2', title: 'Bài 2' },
          ],
        },
      },
    });
  });

  test('has its names with their marks on the letters, as pages ask for them', () => {
    const listed = examine(named('bài hát.mp3'.normalize('NFD')));
    const names = listed.ok ? listed.value.files.map(({ name }) => name) : [];
    expect(names).toContain('bài hát.mp3'.normalize('NFC'));
  });

  test('as a usual library packs it is the same', () => {
    const files = SCORM_FILES.map(({ name, content }) => [name, Buffer.from(String(content))]);
    const made = examine(Buffer.from(zipSync(Object.fromEntries(files))));
    const ours = examine(scormPackage());
    expect(made).toEqual(ours);
    expect(made).toMatchObject({ ok: true });
  });

  test('that is another one by now is not unpacked under the plan of the first', async () => {
    const facts = await read(scormPackage());
    if (!facts.ok || !facts.value.ok) throw new Error(JSON.stringify(facts));
    const plan = planPackage(facts.value.value, PACKAGE_ENGINE);
    const other = inMemory(scormPackage(page({ content: 'Khác' })));
    const outcome = await engine.unpackFiles(plan, 'files-0', other, join(folder, 'other'));
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'ENGINE' } });
  });
});

const named = (name: string | Uint8Array): Buffer => scormPackage({ name, content: 'x' });
const saying = (says: NonNullable<ZipFile['says']>, isStored = false): Buffer =>
  scormPackage(page({ says, isStored }));

/** What a package may be wrong with, or be meant to do. */
const BAD: readonly (readonly [code: string, what: string, zip: () => Buffer])[] = [
  ['FILE_NAMES', 'a name that leaves the folder', () => named('../index.html')],
  ['FILE_NAMES', 'a name that leaves it on the way', () => named('a/../../b')],
  ['FILE_NAMES', 'a name from the root', () => named('/etc/passwd')],
  ['FILE_NAMES', 'a name with a drive', () => named('C:/a.html')],
  ['FILE_NAMES', 'a name of Windows', () => named('sco\\a.html')],
  ['FILE_NAMES', 'a name with a control letter', () => named('a\0.html')],
  ['FILE_NAMES', 'a name without letters', () => named('')],
  ['FILE_NAMES', 'a name with an empty folder', () => named('a//b')],
  ['FILE_NAMES', 'a name that is not UTF-8', () => named(Buffer.from([0x62, 0xe0, 0x69, 0x2e, 0x68]))],
  ['FILE_NAMES', 'a name too long', () => named('a'.repeat(501))],
  ['FILE_NAMES', 'the same name twice', () => zipWith([...SCORM_FILES, page({})])],
  ['FILE_NAMES', 'the same name in capitals', () => named('INDEX.html')],
  ['FILE_NAMES', 'a link', () => saying({ attributes: isSymlink })],
  ['ENCRYPTED', 'a password', () => saying({ flags: 0x801 })],
  ['ZIP_METHOD', 'another way of packing', () => saying({ method: 14 })],
  ['ZIP_METHOD', 'sizes of 64 bits', () => saying({ bytes: 0xffff_ffff })],
  ['TOO_MANY_FILES', '5,001 files', () => zipOf(Array.from({ length: 5001 }, (_, at) => `a/${at}`))],
  ['TOO_LARGE', 'a file of 101 MiB', () => saying({ bytes: 101 * 1024 ** 2 })],
  [
    'TOO_LARGE',
    'much that is little packed',
    () => scormPackage(...['a', 'b', 'c', 'd'].map((name) => ({ name, says: { bytes: 99 * 1024 ** 2 } }))),
  ],
  ['DAMAGED', 'more content than it says', () => saying({ bytes: 3 })],
  ['DAMAGED', 'less content than it says', () => saying({ bytes: 60 })],
  ['DAMAGED', 'more than deflate can make', () => saying({ bytes: 50_000_000 })],
  ['DAMAGED', 'a stored file of another size', () => saying({ bytes: 9 }, true)],
  ['DAMAGED', 'a wrong checksum', () => saying({ crc: 1 })],
  ['DAMAGED', 'files that share their bytes', () => saying({ at: 0 })],
  ['DAMAGED', 'another name in front of the content', () => scormPackage(page({ headerName: 'lesson.js!' }))],
  ['DAMAGED', 'half an archive', () => scormPackage().subarray(0, 500)],
  ['NO_MANIFEST', 'no manifest', () => zipOf(['index.html'])],
  [
    'BAD_MANIFEST',
    'a manifest that cannot be read',
    () => scormPackage({ name: 'imsmanifest.xml', content: '<' }),
  ],
  ['LAUNCH_MISSING', 'no first page', () => zipWith(SCORM_FILES.filter(({ name }) => name !== 'index.html'))],
  [
    'NOT_SCORM_12',
    'SCORM 2004',
    () =>
      scormPackage({
        name: 'imsmanifest.xml',
        content: scormManifest({ version: 'CAM 1.3' }).replace('adlcp_rootv1p2', 'adlcp_v1p3'),
      }),
  ],
];

describe('a bad package', () => {
  test.each(BAD)('is refused as %s within five seconds: %s', (code, _, zip) => {
    const bytes = zip();
    const from = performance.now();
    expect(examine(bytes)).toEqual({ ok: false, rejection: { code } });
    expect(performance.now() - from).toBeLessThan(5000);
  });

  test('is no failure of the process that looks at it', async () => {
    expect(await read(named('../index.html'))).toEqual({
      ok: true,
      value: { ok: false, rejection: { code: 'FILE_NAMES' } },
    });
  });

  test('never makes the reader throw, wherever it is broken', () => {
    const zip = scormPackage();
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const broken = Buffer.from(zip);
        broken[at] = (broken[at] ?? 0) ^ by;
        expect(typeof examine(broken).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});
