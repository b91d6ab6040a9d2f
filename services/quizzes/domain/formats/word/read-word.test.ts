import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { anyQuestion } from '../../question-arbitrary.suite.ts';
import { readWord } from './read-word.ts';
import { drawing, paragraph, run, wordFile, wordFileWith } from './word-file.suite.ts';

const UNDERLINED = '<w:u w:val="single"/>';
const BOLD = '<w:b/>';

const read = (...paragraphs: string[]) => {
  const file = readWord(wordFile(...paragraphs));
  if (typeof file === 'string') throw new Error(file);
  return file;
};
const rightIn = (...paragraphs: string[]) =>
  read(...paragraphs).questions.map((question) =>
    'options' in question ? question.options.filter(({ weight }) => weight > 0).map(({ text }) => text) : [],
  );

const QUESTION = paragraph(run('Câu 1. ', BOLD) + run('Số nào lớn nhất?'));

test.each([
  ['underlined', [run('A. một'), run('B. hai', UNDERLINED), run('C. ba')]],
  ['underlined by its letter', [run('A. một'), run('B', UNDERLINED) + run('. hai'), run('C. ba')]],
  ['bold', [run('A. một'), run('B. hai', BOLD), run('C. ba')]],
  [
    'bold where all letters are',
    [run('A. ', BOLD) + run('một'), run('B. hai', BOLD), run('C. ', BOLD) + run('ba')],
  ],
  [
    'red',
    [run('A. một'), run('B. hai', '<w:color w:val="FF0000"/>'), run('C. ba', '<w:color w:val="000000"/>')],
  ],
  ['highlighted', [run('A. một'), run('B. hai', '<w:highlight w:val="yellow"/>'), run('C. ba')]],
  ['bold by a named style', [run('A. một'), run('B. hai', '<w:rStyle w:val="Strong"/>'), run('C. ba')]],
  [
    'underlined though all are bold',
    [run('A. một', BOLD), run('B. hai', BOLD + UNDERLINED), run('C. ba', BOLD)],
  ],
  ['bold and not switched off', [run('A. một', '<w:b w:val="0"/>'), run('B. hai', BOLD), run('C. ba')]],
])('the key is %s', (_, options) => {
  expect(rightIn(QUESTION, ...options.map((each) => paragraph(each)))).toEqual([['hai']]);
});

test('options on one line divided by tabs', () => {
  const line = `${run('A. một')}<w:r><w:tab/></w:r>${run('B. hai', UNDERLINED)}<w:r><w:tab/></w:r>${run('C. ba')}`;
  expect(rightIn(QUESTION, paragraph(line))).toEqual([['hai']]);
});

test('labels that Word writes itself', () => {
  const list = { numId: 1 };
  const option = { numId: 1, depth: 1 };
  const { questions } = read(
    paragraph(run('Thứ nhất?'), list),
    paragraph(run('một'), option),
    paragraph(run('hai', UNDERLINED), option),
    paragraph(run('Thứ hai?'), list),
    paragraph(run('chấm đầu dòng'), { numId: 2 }),
    paragraph(run('ba', UNDERLINED), option),
    paragraph(run('bốn'), option),
  );
  expect(questions).toMatchObject([
    {
      stem: 'Thứ nhất?',
      options: [
        { text: 'một', weight: 0 },
        { text: 'hai', weight: 100 },
      ],
    },
    {
      stem: 'Thứ hai?\nchấm đầu dòng',
      options: [
        { text: 'ba', weight: 100 },
        { text: 'bốn', weight: 0 },
      ],
    },
  ]);
});

test('a table of keys at the end', () => {
  const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
  const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
  const options = ['A. một', 'B. hai'].map((text) => paragraph(run(text)));
  expect(
    rightIn(
      paragraph(run('1. Thứ nhất?')),
      ...options,
      paragraph(run('2. Thứ hai?')),
      ...options,
      paragraph(run('ĐÁP ÁN')),
      `<w:tbl>${row('Câu', '1', '2')}${row('Đáp án', 'B', 'A')}</w:tbl>`,
    ),
  ).toEqual([['hai'], ['một']]);
});

test('a formula keeps a question out, a picture is said to be left behind, a deleted text is not there', () => {
  const options = [paragraph(run('A. một', UNDERLINED)), paragraph(run('B. hai'))];
  const { questions, faults, notices } = read(
    paragraph(`${run('Câu 1. Tính ')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`),
    ...options,
    paragraph(`${run('Câu 2. Nhìn')}<w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>`),
    paragraph('<w:r><w:drawing/></w:r>'),
    ...options,
  );
  expect(faults).toMatchObject([{ number: 1, code: 'formula' }]);
  expect(questions).toMatchObject([{ stem: 'Nhìn' }]);
  expect(notices).toMatchObject([{ number: 2, title: 'Nhìn', code: 'picture-left-behind' }]);
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('pictures come with the question they stand in, or with the option beside whose words they stand', () => {
  const file = readWord(
    wordFileWith(
      { rId1: PNG, rId2: Uint8Array.of(1, 2, 3) },
      paragraph(run('Câu 1. Đây là gì?')),
      paragraph(drawing('rId1', 'ổ khóa')),
      paragraph(run('A. khóa ') + drawing('rId1'), { numId: 2 }),
      paragraph(run('B. thư', UNDERLINED)),
      paragraph(run('Câu 2. Vẽ gì?')),
      paragraph(drawing('rId2')),
      paragraph(run('A. ')),
      paragraph(drawing('rId1', 'hình tròn')),
      paragraph(run('B. không gì cả', UNDERLINED)),
    ),
  );
  if (typeof file === 'string') throw new Error(file);
  const [fileId = ''] = [...file.files.keys()];
  const shown = (alt: string) => [{ fileId, mediaType: 'image/png', alt }];
  expect(file.questions).toMatchObject([
    {
      media: shown('ổ khóa'),
      options: [
        { text: 'khóa', media: shown('Picture 1') },
        { text: 'thư', weight: 100 },
      ],
    },
    {
      options: [
        { text: '', media: shown('hình tròn') },
        { text: 'không gì cả', weight: 100 },
      ],
    },
  ]);
  expect(file.notices).toMatchObject([
    { number: 1, code: 'alt-missing', what: 'Picture 1' },
    { number: 2, code: 'picture-left-behind' },
  ]);
});

/** Words that are no label, number or heading. */
const isPlain = (text: string): boolean => !/[\d\n]|(?:^|\s)\*?[a-h]\s*[.):/]/iu.test(text);

test('any list of choices survives being typed with its key underlined', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      if (question.kind !== 'single-choice') return;
      const texts = [question.stem, ...question.options.map(({ text }) => text)];
      fc.pre(texts.every(isPlain) && question.options.every(({ text }) => /\p{L}/u.test(text)));
      const typed = question.options.map(({ text, weight }, place) =>
        paragraph(run(`${'ABCDEFGH'[place]}. ${text}`, weight === 100 ? UNDERLINED : '')),
      );
      const options = question.options.map(({ text, weight }) => ({
        text,
        weight: weight === 100 ? 100 : 0,
      }));
      expect(read(paragraph(run(`Câu 1. ${question.stem}`)), ...typed).questions).toMatchObject([
        { kind: 'single-choice', stem: question.stem, options },
      ]);
    }),
  );
});

test.each([
  ['an old .doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
  ['a zip of something else', zipSync({ 'a.txt': strToU8('a') })],
  ['a broken document', zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') })],
  [
    'one with a document type',
    zipSync({
      'word/document.xml': strToU8(
        '<!DOCTYPE a [<!ENTITY b "c">]><w:document><w:body>&b;</w:body></w:document>',
      ),
    }),
  ],
  ['nothing', new Uint8Array()],
])('%s is refused', (_, bytes) => {
  expect(readWord(bytes)).toBe('file-unreadable');
});
