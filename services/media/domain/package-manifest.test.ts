import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scormManifest } from '../../../tests/support/scorm-package.ts';
import { readManifest } from './package-manifest.ts';

const read = (manifest: string, names = ['index.html']) => readManifest(Buffer.from(manifest), names);
const launchOf = (manifest: string, names?: string[]) => {
  const verdict = read(manifest, names);
  return verdict.ok ? verdict.value.launch : verdict.rejection.code;
};

test('the lesson of a package, with the title that its maker gave it', () => {
  expect(read(scormManifest())).toEqual({
    ok: true,
    value: { launch: 'index.html', title: 'Tin nhắn lừa đảo' },
  });
});

describe('what is opened', () => {
  test.each([
    ['a file in a folder', 'href="sco/a.html"', ['sco/a.html'], 'sco/a.html'],
    ['relative to xml:base', 'xml:base="sco/" href="a.html"', ['sco/a.html'], 'sco/a.html'],
    ['above xml:base', 'xml:base="sco/x/" href="../a.html"', ['sco/a.html'], 'sco/a.html'],
    ['written as on Windows', 'href="sco\\a.html"', ['sco/a.html'], 'sco/a.html'],
    ['written in percent', 'href="b%C3%A0i%201.html"', ['bài 1.html'], 'b%C3%A0i%201.html'],
    ['written in letters', 'href="bài 1.html"', ['bài 1.html'], 'b%C3%A0i%201.html'],
    ['written with letters apart', `href="${'bài.html'.normalize('NFD')}"`, ['bài.html'], 'b%C3%A0i.html'],
    ['named with percent signs', 'href="a%20b.html"', ['a%20b.html'], 'a%2520b.html'],
    ['with a question of its own', 'href="index.html?a=1#top"', ['index.html'], 'index.html?a=1#top'],
  ])('%s', (_, resource, names, launch) => {
    expect(launchOf(scormManifest({ resource }), names)).toBe(launch);
  });

  test.each([
    ['?mode=1', 'href="index.html"', 'index.html?mode=1'],
    ['&amp;mode=1', 'href="index.html?a=1"', 'index.html?a=1&mode=1'],
    ['mode=1', 'href="index.html#p"', 'index.html?mode=1#p'],
    ['#p2', 'href="index.html"', 'index.html#p2'],
    ['#p2', 'href="index.html#p1"', 'index.html#p1'],
  ])('with the parameters %s of its item', (parameters, resource, launch) => {
    expect(launchOf(scormManifest({ item: `parameters="${parameters}"`, resource }))).toBe(launch);
  });

  test('is that of the organisation that is to be shown, whatever prefix the names have', () => {
    const other = '<organization identifier="x"><item identifierref="none"/></organization>';
    const manifest = scormManifest()
      .replace('<organization ', `${other}<organization `)
      .replace(/<(\/?)(resource|item|organization)/g, '<$1ims:$2');
    expect(launchOf(manifest)).toBe('index.html');
  });

  test('is found at once in the largest manifest', () => {
    const items = '<item identifier="x"><title>Chương</title></item>'.repeat(15_000);
    const others = '<resource/>'.repeat(60_000);
    const manifest = scormManifest({ items }).replace('<resource ', `${others}<resource `);
    const begun = performance.now();
    expect(launchOf(manifest)).toBe('index.html');
    expect(performance.now() - begun, 'milliseconds').toBeLessThan(5000);
  });

  test('never lies outside the package', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z.:/\\%0-9?#-]{0,40}$/), (href) => {
        const launch = launchOf(scormManifest({ resource: `href="${href}"` }));
        expect(['index.html', 'BAD_MANIFEST', 'LAUNCH_MISSING']).toContain(launch.replace(/[?#].*$/, ''));
      }),
    );
  });
});

test.each([
  ['BAD_MANIFEST', 'no XML', 'imsmanifest'],
  ['BAD_MANIFEST', 'cut short', scormManifest().slice(0, 400)],
  ['BAD_MANIFEST', 'another root', '<lesson/>'],
  ['BAD_MANIFEST', 'no lesson in it', scormManifest().replace('identifierref="r"', '')],
  ['BAD_MANIFEST', 'a lesson without a page', scormManifest({ resource: '' })],
  [
    'BAD_MANIFEST',
    'entities that grow',
    `<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${scormManifest().replace('Bài 1', '&b;')}`,
  ],
  [
    'BAD_MANIFEST',
    'an entity from elsewhere',
    `<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]>${scormManifest().replace('Bài 1', '&a;')}`,
  ],
  ['BAD_MANIFEST', 'an abyss', `<manifest>${'<item>'.repeat(5000)}`],
  [
    'NOT_SCORM_12',
    'SCORM 2004',
    scormManifest({ version: '2004 3rd Edition' }).replace('adlcp_rootv1p2', 'adlcp_v1p3'),
  ],
  [
    'NOT_SCORM_12',
    'a common cartridge',
    scormManifest({ version: '1.2.0' })
      .replace('ADL SCORM', 'IMS Common Cartridge')
      .replace('adlcp_rootv1p2', 'x'),
  ],
  ['TOO_MANY_LESSONS', '101 lessons', scormManifest({ items: '<item identifierref="r"/>'.repeat(100) })],
  ['TOO_MANY_LESSONS', '10,001', scormManifest({ items: '<item identifierref="x"/>'.repeat(10_000) })],
  ['LAUNCH_MISSING', 'a lesson that is not there', scormManifest({ items: '<item identifierref="x"/>' })],
  [
    'LAUNCH_MISSING',
    'a second lesson whose page is not there',
    scormManifest({
      items: '<item identifierref="x"/>',
      resources: '<resource identifier="x" href="b.html"/>',
    }),
  ],
  [
    'BAD_MANIFEST',
    'an address that nobody writes, of a hundred lessons',
    scormManifest({
      items: '<item identifierref="r"/>'.repeat(99),
      resource: `href="index.html?${'a'.repeat(1_900_000)}"`,
    }),
  ],
  [
    'BAD_MANIFEST',
    'pages alone that tell no result',
    scormManifest({ items: '<item identifierref="r"/>' }).replace('scormtype="sco"', 'scormtype="asset"'),
  ],
  ['LAUNCH_MISSING', 'a page that is not there', scormManifest({ resource: 'href="start.html"' })],
  [
    'LAUNCH_MISSING',
    'a page of another site',
    scormManifest({ resource: 'href="https://example.org/index.html"' }),
  ],
  ['LAUNCH_MISSING', 'a script as an address', scormManifest({ resource: 'href="javascript:alert(1)"' })],
  [
    'LAUNCH_MISSING',
    'another site as a base',
    scormManifest({ resource: 'xml:base="//example.org/" href="index.html"' }),
  ],
])('%s: %s', (code, _, manifest) => {
  expect(read(manifest)).toEqual({ ok: false, rejection: { code } });
});
