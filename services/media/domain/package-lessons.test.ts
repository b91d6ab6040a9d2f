import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scormManifest } from '../../../tests/support/scorm-package.ts';
import { readManifest } from './package-manifest.ts';
import { planPackage } from './package-plan.ts';
import { launchOfLesson } from './paper-presentation.ts';

const PAGES = ['index.html', 'b.html'];
const resources = `<resource identifier="s" adlcp:scormtype="SCO" href="b.html"/>
  <resource identifier="help" adlcp:scormtype="asset" href="b.html"/>
  <resource identifier="pictures"><file href="b.html"/></resource>`;
const item = (more: string, title = '', below = '') =>
  `<item ${more}>${title && `<title>${title}</title>`}${below}</item>`;

const read = (manifest: string) => {
  const verdict = readManifest(Buffer.from(manifest), PAGES);
  if (!verdict.ok) throw new Error(verdict.rejection.code);
  return verdict.value;
};
const withItems = (items: string) => read(scormManifest({ items, resources }));

describe('several lessons of a package', () => {
  test('stand in the order of the table of contents, each under what is above it', () => {
    const chapter = item(
      '',
      'Chương 2',
      item('identifierref="s" parameters="?p=2"', 'Bài 2') + item('', 'Lời'),
    );
    expect(withItems(chapter + item('identifierref="s"'))).toEqual({
      launch: 'index.html',
      title: 'Tin nhắn lừa đảo',
      lessons: [
        { launch: 'index.html', title: 'Bài 1' },
        { launch: 'b.html?p=2', title: 'Bài 2', chapter: 'Chương 2' },
        { launch: 'b.html' },
      ],
    });
  });

  test('below another lesson are under its title', () => {
    const { lessons } = withItems(item('identifierref="s"', 'Bài 2', item('identifierref="r"', 'Thêm')));
    expect(lessons?.map(({ title, chapter }) => [title, chapter])).toEqual([
      ['Bài 1', undefined],
      ['Bài 2', undefined],
      ['Thêm', 'Bài 2'],
    ]);
  });

  test.each([
    ['pages that tell no result', item('identifierref="help"', 'Trợ giúp')],
    ['items that are hidden', item('identifierref="s" isvisible="false"', 'Ẩn')],
    ['resources without a page', item('identifierref="pictures"', 'Ảnh')],
  ])('are not %s: one lesson is left, as ever', (_, items) => {
    expect(withItems(items)).toEqual({ launch: 'index.html', title: 'Tin nhắn lừa đảo' });
  });

  test('may be all that is there, hidden as they are, or a page that tells no result', () => {
    expect(read(scormManifest({ item: 'isvisible="false"' })).launch).toBe('index.html');
    expect(read(scormManifest().replace('scormtype="sco"', 'scormtype="asset"')).launch).toBe('index.html');
    const beside = scormManifest({
      item: 'isvisible="false"',
      items: item('identifierref="help"'),
      resources,
    });
    expect(read(beside).launch).toBe('index.html');
  });

  test('may have one name, and one page', () => {
    const same = item('identifier="i" identifierref="r"', 'Bài 1').repeat(2);
    expect(withItems(same).lessons).toHaveLength(3);
    const twice = '<resource identifier="r" adlcp:scormtype="sco" href="b.html"/>';
    const { lessons } = read(scormManifest({ items: same, resources: twice }));
    expect(lessons?.map(({ launch }) => launch)).toEqual(Array(3).fill('index.html'));
  });

  test('are a hundred at most, and have room where their plan is kept', () => {
    const title = 'Ậ'.repeat(500);
    const items = item(`identifierref="s" parameters="${'a'.repeat(1990)}"`, title).repeat(99);
    const manifest = withItems(item('', title, items));
    expect(manifest.lessons).toHaveLength(100);
    const plan = planPackage({ ...manifest, files: [{ name: 'b.html', bytes: 1, crc: 1 }] }, 'package.test');
    expect(Buffer.byteLength(JSON.stringify(plan))).toBeLessThan(300_000);
  });

  test.each([
    ['&lt;b&gt;Đậm&lt;/b&gt;', '<b>Đậm</b>'],
    ['<b>Đậm</b> và <script>x</script>', 'Đậm và x'],
    ['<![CDATA[<img src="a" onerror="b">]]>', '<img src="a" onerror="b">'],
    ['  Hai\n dòng\t', 'Hai dòng'],
    ['\u202eBài\u202c ngược', 'Bài ngược'],
    ['😀'.repeat(130), '😀'.repeat(120)],
    [`a${'😀'.repeat(130)}`, `a${'😀'.repeat(119)}`],
  ])('are called in plain letters: %j', (written, title) => {
    expect(withItems(item('identifierref="s"', written)).lessons?.[1]?.title).toBe(title);
  });

  test('are each opened by their number, and another number opens nothing', () => {
    const shown = { files: 2, bytes: 2 };
    const several = { ...withItems(item('identifierref="s"')), ...shown };
    expect([0, 1, 2, 3].map((no) => launchOfLesson(several, no))).toEqual([
      ...[undefined, 'index.html', 'b.html', undefined],
    ]);
    const one = { launch: 'index.html', ...shown };
    expect([1, 2].map((no) => launchOfLesson(one, no))).toEqual(['index.html', undefined]);
  });

  test('are as many as there are items that open a lesson, however deep those lie', () => {
    const opens = fc.constantFrom('identifierref="s"', 'identifierref="r"', '');
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        opens.map((more) => item(more, 'Mục')),
        fc
          .tuple(opens, fc.array(tie('tree'), { maxLength: 3 }))
          .map(([more, below]) => item(more, 'Mục', below.join(''))),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (items) => {
        const wanted = 1 + (items.join('').match(/identifierref/g)?.length ?? 0);
        fc.pre(wanted <= 100);
        const { lessons = [undefined] } = withItems(items.join(''));
        expect(lessons).toHaveLength(wanted);
      }),
    );
  });
});
