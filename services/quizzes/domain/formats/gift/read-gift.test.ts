import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '#shared/text/vietnamese.ts';
import { contentHash } from '../../item-identity.ts';
import type { Question } from '../../question.ts';
import { anyQuestion } from '../../question-arbitrary.suite.ts';
import { readGift } from './read-gift.ts';
import { writeGift } from './write-gift.ts';

const demo = path.join(import.meta.dirname, '../../../../../local/demo/content/questions');
const files = globSync('*.gift', { cwd: demo }).sort();

const read = (gift: string) => {
  const file = readGift(gift);
  if (typeof file === 'string') throw new Error(file);
  return file;
};

const written = (question: Question): string => new TextDecoder().decode(writeGift([question]).bytes);

test.each(files)('%s is read whole, and what is read can be written and read again', (file) => {
  const { questions, faults } = read(readFileSync(path.join(demo, file), 'utf8'));
  expect(faults).toEqual([]);
  expect(questions).toHaveLength(12);
  expect(
    questions.every((question) => question.competenceCode && question.level && question.explanation),
  ).toBe(true);
  expect(read(questions.map(written).join('\n')).questions).toEqual(questions);
});

test('any question survives being written and read', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyQuestion, { maxLength: 5, selector: ({ title }) => fold(title) }),
      (questions) => {
        const gift = `$CATEGORY: Thử {\n\n${questions.map(written).join('\n')}`;
        expect(read(gift)).toMatchObject({ questions, faults: [], notices: [] });
      },
    ),
  );
});

test('a faulty question is named by its line and spoils no other, wherever it stands', () => {
  const broken = ['::X::Chưa đóng {=a ~b', '::X::Hai lần {=a\n~b\n=a:}', '::X::Chỉ có chữ'];
  fc.assert(
    fc.property(
      fc.uniqueArray(anyQuestion, { minLength: 1, maxLength: 4, selector: ({ title }) => fold(title) }),
      fc.constantFrom(...broken),
      fc.nat(),
      (questions, fault, where) => {
        const good = questions.map(written);
        const place = where % (good.length + 1);
        const before = good.slice(0, place).map((each) => `${each}\n`);
        const gift = [...before, `${fault}\n\n`, ...good.slice(place).map((each) => `${each}\n`)].join('');
        const result = read(gift);
        const firstLine = before.join('').split('\n').length;
        expect(result.questions).toEqual(questions);
        expect(result.faults).toHaveLength(1);
        expect(result.faults[0]?.line).toBeGreaterThanOrEqual(firstLine);
        expect(result.faults[0]?.line).toBeLessThanOrEqual(firstLine + fault.split('\n').length);
      },
    ),
  );
});

test.each([
  ['syntax', 2, 'A', '::A::Hỏi {=a ~b'],
  ['no-answers', 2, undefined, 'Một đoạn văn không hỏi gì'],
  ['no-stem', 2, 'A', '::A::{=a ~b}'],
  ['no-right-answer', 2, 'A', '::A::Hỏi {~a ~b}'],
  ['weights-do-not-sum', 2, 'A', '::A::Hỏi {~%50%a ~%20%b ~c}'],
  ['option-twice', 2, 'A', '::A::Hỏi {=a ~b ~b}'],
  ['one-option', 2, 'A', '::A::Hỏi {~%100%a}'],
  ['no-right-answer', 2, 'A', '::A::Hỏi {=%50%a =%50%b}'],
  ['too-few-pairs', 2, 'A', '::A::Hỏi {=a -> b = -> c}'],
  ['prompt-twice', 2, 'A', '::A::Hỏi {=a -> b =a -> c}'],
  ['unknown-competence', 2, 'A', '// competence: 7.1 level: CB1\n::A::Hỏi {T}'],
  ['unknown-competence', 2, 'A', '// competence: 1.1 level: XX9\n::A::Hỏi {T}'],
  ['too-long', 2, 'A', `::A::${'dài '.repeat(2000)}{T}`],
  ['too-long', 2, 'A', `::A::Hỏi {=${'a'.repeat(20_000)} ~b}`],
  ['title-twice', 4, 'a', '::A::Một {T}\n\n::a ::Hai {F}'],
])('%s, line %i', (code, line, title, block) => {
  const { faults } = read(`// {\n${block}`);
  expect(faults).toMatchObject([{ line, code }]);
  expect(faults[0]?.title).toBe(title);
});

test('Windows line ends and a byte order mark change nothing', () => {
  const [file = ''] = files;
  const gift = readFileSync(path.join(demo, file), 'utf8');
  expect(read(`\uFEFF${gift.replaceAll('\n', '\r\n')}`)).toEqual(read(gift));
});

test('a mark counts only directly above its question', () => {
  const { questions } = read(
    '// competence: 1.1\n\n::A::Một {T}\n\n// competence: 1.2\n// ghi chú\n::B::Hai {T}\n',
  );
  expect(questions.map((question) => question.competenceCode)).toEqual([undefined, undefined]);
});

test('what is no GIFT, or far too much of it, is refused whole', () => {
  expect(readGift('PK\u0003\u0004 một tệp Word')).toBe('file-unreadable');
  expect(readGift('::A::Hỏi {T}\n\n'.repeat(5001))).toBe('too-many-questions');
});

test('questions without a title are told apart by how they begin', () => {
  expect(read('Nước sôi ở 100 độ. {T}\n\nNước đông ở 0 độ. {T}').questions.map((each) => each.title)).toEqual(
    ['Nước sôi ở 100 độ.', 'Nước đông ở 0 độ.'],
  );
});

test('the content hash follows every change of content and nothing else', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const reordered = Object.fromEntries(Object.entries(question).reverse()) as Question;
      expect(contentHash(reordered)).toBe(contentHash(question));
      expect(contentHash({ ...question, explanation: `${question.explanation ?? ''}.` })).not.toBe(
        contentHash(question),
      );
    }),
  );
});

test('an essay is taken in; what GIFT cannot say of its marking stands in comments above it, or is made up and said so', () => {
  const file = readGift(`// words: 50..
// rubric: Đủ ý | 5: cả ba ý | 0:
::Quê::Viết về quê em {}

::Trường::Viết về trường em {}`);
  if (typeof file === 'string') throw new Error(file);
  expect(file.questions).toMatchObject([
    {
      kind: 'essay',
      minWords: 50,
      rubric: {
        criteria: [
          {
            name: 'Đủ ý',
            levels: [
              { points: 5, words: 'cả ba ý' },
              { points: 0, words: '' },
            ],
          },
        ],
      },
    },
    { kind: 'essay', rubric: { criteria: [{ name: 'Bài làm' }] } },
  ]);
  expect(file.notices).toEqual([{ line: 5, title: 'Trường', code: 'rubric-made' }]);
});
