import { expect, test } from 'vitest';
import { embeddedFile } from '../embedded-file.ts';
import { readMoodleXml } from './read-moodle-xml.ts';

/** The smallest picture there is: one transparent pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = embeddedFile(Buffer.from(PNG, 'base64'));
if (!picture) throw new Error('the picture is one');

const read = (xml: string) => {
  const file = readMoodleXml(xml);
  if (typeof file === 'string') throw new Error(file);
  return file;
};
const wrap = (questions: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions}\n</quiz>`;

test('a question as Moodle exports it, with its picture', () => {
  const {
    questions,
    faults,
    notices,
    files: found,
  } = read(
    wrap(`
<question type="category"><category><text>$course$/Khóa 1</text></category></question>
<question type="multichoice">
  <name><text>Biểu tượng</text></name>
  <questiontext format="html"><text><![CDATA[<p dir="ltr">Đây là&nbsp;<b>gì</b>?<br></p><p><img src="@@PLUGINFILE@@/h%C3%ACnh.png" alt="Ổ khóa" class="img-responsive"></p>]]></text>
  <file name="hình.png" path="/" encoding="base64">${PNG}</file></questiontext>
  <generalfeedback format="html"><text><![CDATA[<ul><li>một</li><li>hai</li></ul>]]></text></generalfeedback>
  <defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber></idnumber>
  <single>true</single><shuffleanswers>false</shuffleanswers><answernumbering>abc</answernumbering>
  <correctfeedback format="html"><text>Đúng rồi.</text></correctfeedback>
  <answer fraction="100" format="html"><text>Khóa &lt;b&gt;an toàn&lt;/b&gt;</text><feedback format="html"><text></text></feedback></answer>
  <answer fraction="0" format="html"><text><![CDATA[H<sub>2</sub>O]]></text><feedback format="html"><text>Không.</text></feedback></answer>
  <hint format="html"><text>Nhìn kỹ</text></hint>
</question>`),
  );
  expect(faults).toEqual([]);
  expect(questions).toEqual([
    {
      ...{ title: 'Biểu tượng', stem: 'Đây là gì?', kind: 'single-choice' },
      media: [{ fileId: picture.fileId, mediaType: 'image/png', alt: 'Ổ khóa' }],
      explanation: '- một\n- hai',
      whenRight: 'Đúng rồi.',
      options: [
        { text: 'Khóa an toàn', weight: 100 },
        { text: 'H2O', weight: 0, feedback: 'Không.' },
      ],
    },
  ]);
  expect(notices.map(({ code }) => code)).toEqual(['category', 'hints', 'fixed-order', 'style-lost']);
  expect([...found.keys()]).toEqual([picture.fileId]);
});

test('gaps with a list of words are a cloze', () => {
  const { questions } = read(
    wrap(`<question type="gapselect"><name><text>Điền</text></name>
<questiontext format="html"><text>Mật khẩu [[1]] thì [[3]].</text></questiontext>
<selectoption><text>dài</text><group>1</group></selectoption><selectoption><text>ngắn</text><group>1</group></selectoption>
<selectoption><text>tốt</text><group>2</group></selectoption><selectoption><text>xấu</text><group>2</group></selectoption></question>`),
  );
  const gap = (...options: string[]) => ({
    ...{ share: 1, kind: 'single-choice' },
    options: options.map((option, at) => ({ text: option, weight: at === 0 ? 100 : 0 })),
  });
  expect(questions).toMatchObject([
    { kind: 'cloze', passage: ['Mật khẩu ', gap('dài', 'ngắn'), ' thì ', gap('tốt', 'xấu'), '.'] },
  ]);
});

test.each([
  ['calculated', 'calculated'],
  ['drag-onto-image', 'ddmarker'],
  ['random', 'random'],
  ['description', 'description'],
  ['unknown-kind', 'coderunner'],
])('%s is reported by the name of its type and its line', (code, type) => {
  const question = `<question type="${type}"><name><text>Tên</text></name><questiontext><text>Hỏi</text></questiontext></question>`;
  expect(read(wrap(question)).faults).toEqual([{ line: 3, title: 'Tên', code, what: type }]);
});

test('a formula keeps a question out, a picture from elsewhere is named', () => {
  const one = (stem: string) =>
    `<question type="truefalse"><name><text>Tên</text></name><questiontext format="html"><text><![CDATA[${stem}]]></text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>`;
  expect(read(wrap(one('<math><mi>x</mi></math>'))).faults).toMatchObject([{ code: 'formula' }]);
  expect(read(wrap(one('Nhìn <img src="https://example.com/a.png">'))).notices).toMatchObject([
    { code: 'picture-left-behind', what: 'a' },
  ]);
});

test('what is no Moodle XML is refused', () => {
  for (const xml of ['', '<a/>', '<quiz><question>', '<!DOCTYPE quiz [<!ENTITY a "b">]><quiz/>'])
    expect(readMoodleXml(xml)).toBe('file-unreadable');
});

const question = (type: string, text: string, more = '') =>
  wrap(
    `<question type="${type}"><name><text>Tên</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${more}</question>`,
  );

test('answers embedded in a text, as Moodle’s guide writes them, are a cloze', () => {
  const { questions, faults } = read(
    question(
      'cloze',
      `<p>Điền vào chỗ trống.</p><p>Thủ đô của Việt Nam là {1:SHORTANSWER:=Hà Nội#Đúng.~%50%Hà nội cũ~*#Sai.}.</p>
<p>Nước sôi ở {2:NUMERICAL:=100:0.5} độ, đường dây báo cháy là {:MC:113~=114#Phải \\}.}.</p>`,
    ),
  );
  expect(faults).toEqual([]);
  expect(questions).toMatchObject([
    {
      kind: 'cloze',
      stem: 'Điền vào chỗ trống.',
      passage: [
        'Thủ đô của Việt Nam là ',
        {
          share: 1,
          kind: 'short-answer',
          accepted: [
            { text: 'Hà Nội', weight: 100, feedback: 'Đúng.' },
            { text: 'Hà nội cũ', weight: 50 },
            { text: '*', weight: 0 },
          ],
        },
        '.\nNước sôi ở ',
        { share: 2, kind: 'numeric', accepted: [{ low: 99.5, high: 100.5, weight: 100 }] },
        ' độ, đường dây báo cháy là ',
        {
          share: 1,
          kind: 'single-choice',
          options: [
            { text: '113', weight: 0 },
            { text: '114', weight: 100 },
          ],
        },
        '.',
      ],
    },
  ]);
});

test('a gap of a kind that is none of ours keeps the question out by its name', () => {
  const { faults } = read(question('cloze', '<p>Chọn {1:MULTIRESPONSE:=a~=b~c}</p>'));
  expect(faults).toMatchObject([{ code: 'embedded-answers', what: 'MULTIRESPONSE' }]);
});

test('an essay of others gets one criterion; one that takes files alone is a question of files', () => {
  const essay =
    '<responseformat>editor</responseformat><attachments>2</attachments><minwordlimit>80</minwordlimit>';
  const text = read(question('essay', 'Kể về quê em', essay));
  expect(text.questions).toMatchObject([{ kind: 'essay', minWords: 80 }]);
  expect(text.notices.map(({ code }) => code)).toEqual(['rubric-made', 'files-left-behind']);
  const upload =
    '<responseformat>noinline</responseformat><attachments>-1</attachments><filetypeslist>image,.pdf,.xyz</filetypeslist><graderinfo format="html"><text>Rõ | 2: đọc được | 0: mờ</text></graderinfo>';
  const files = read(question('essay', 'Chụp bài làm', upload));
  expect(files.questions).toMatchObject([
    {
      kind: 'file-answer',
      mediaTypes: ['image/*', 'application/pdf'],
      maxFiles: 10,
      rubric: {
        criteria: [
          {
            name: 'Rõ',
            levels: [
              { points: 2, words: 'đọc được' },
              { points: 0, words: 'mờ' },
            ],
          },
        ],
      },
    },
  ]);
  expect(files.notices).toMatchObject([{ code: 'file-types', what: '.xyz' }]);
});
