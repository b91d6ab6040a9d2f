import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { contentHash } from '../domain/item-identity.ts';
import { everyKind, SECRET } from '../domain/items/every-kind.suite.ts';
import { keyOf } from '../domain/printed/key-table.ts';
import { layForms } from '../domain/printed/lay-forms.ts';
import { whyNotOnPaper } from '../domain/printed/not-on-paper.ts';
import type { Question } from '../domain/question.ts';
import { answerSheet } from './answer-sheet.ts';
import { examPaper } from './exam-paper.ts';
import { keySheet } from './key-sheet.ts';
import { fitted, sizeOf } from './picture-size.ts';
import type { Pictures } from './question-blocks.ts';

/** A red square of 2 × 1 pixels. */
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
    'base64',
  ),
);
const PICTURE_ID = 'ab'.repeat(32);
const pictures = new Map([[PICTURE_ID, { fileId: PICTURE_ID, mediaType: 'image/png', bytes: PNG }]]);

const printable = everyKind.filter((question) => whyNotOnPaper(question) === undefined);
const exam = {
  examId: 'exam',
  quizId: 'quiz',
  courseId: 'course',
  classId: 'class',
  title: 'Kiểm tra cuối khóa',
  subject: 'Kỹ năng số',
  heldAt: '2026-12-11T18:00:00.000Z',
  durationMinutes: 45,
  codes: ['101', '102'],
  itemCount: printable.length,
  candidates: [],
  createdBy: 'teacher',
  createdAt: '2026-11-26T00:00:00.000Z',
};

const formsOf = (questions: readonly Question[]) => {
  const asked = questions.map((question, at) => ({
    item: { itemId: `${at}`, version: 1, contentHash: contentHash(question) },
    question,
  }));
  const forms = layForms(asked, { codes: 2, seed: 'seed', shuffle: { items: true, options: true } });
  return new Map(
    forms.map(({ code, items }) => [
      code,
      items.flatMap((item) => {
        const question = questions[Number(item.itemId)];
        return question ? [{ ...item, question }] : [];
      }),
    ]),
  );
};

type Element = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly inside: string[];
};

/** Elements of an XML part in their order, each with the names around it; throws when it is not well formed. */
const elementsOf = (xml: string): Element[] => {
  const [found, open]: [Element[], string[]] = [[], []];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        found.push({ name, attributes, inside: [...open] });
        open.push(name);
      },
      onclosetag: (name, isImplied) => {
        if (open.pop() !== name || (isImplied && !xml.includes('/>'))) throw new Error(`${name} is astray`);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  if (open.length > 0) throw new Error(`${open.join(' ')} is left open`);
  return found;
};

const opened = (bytes: Uint8Array) => {
  const stored = new Set<string>();
  const parts = unzipSync(bytes, {
    filter: ({ name, compression }) => {
      if (compression === 0) stored.add(name);
      return true;
    },
  });
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const words = (name: string) =>
    [...xml(name).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|(<w:tab\/>|<w:br\/>)/g)]
      .map(([, text]) => text ?? ' ')
      .join('')
      .replaceAll('&quot;', '"');
  return { parts, stored, xml, words };
};

type Form = 'de-101' | 'de-102' | 'phieu-tra-loi';
const FILES: readonly Form[] = ['de-101', 'de-102', 'phieu-tra-loi'];

/** The paper of each code and the answer sheet, opened. */
const written = async (questions: readonly Question[] = printable, shown: Pictures = pictures) => {
  const forms = [...formsOf(questions)];
  const papers = await Promise.all(
    forms.map(
      async ([code, items]) => [`de-${code}`, await examPaper(exam, { code, items }, shown)] as const,
    ),
  );
  const files = new Map<string, Uint8Array>(papers);
  files.set('phieu-tra-loi', await answerSheet(exam, forms[0]?.[1] ?? []));
  return (name: Form) => opened(files.get(name) ?? new Uint8Array());
};

test.each(FILES)('%s is a Word file whose parts, references and tables are in order', async (name) => {
  const { parts, xml } = (await written())(name);
  const types = xml('[Content_Types].xml');
  for (const part of Object.keys(parts)) {
    const ending = part.split('.').at(-1);
    expect(types.includes(`Extension="${ending}"`) || types.includes(`PartName="/${part}"`)).toBe(true);
    if (ending === 'xml' || ending === 'rels') elementsOf(strFromU8(parts[part] ?? new Uint8Array()));
  }
  const document = elementsOf(xml('word/document.xml'));
  const relations = elementsOf(xml('word/_rels/document.xml.rels')).map(({ attributes }) => attributes.Id);
  for (const { attributes } of document)
    for (const [attribute, id] of Object.entries(attributes))
      if (attribute === 'r:embed' || attribute === 'r:id') expect(relations).toContain(id);
  // A cell without a paragraph at its end is what Word calls a damaged file.
  const body = xml('word/document.xml');
  expect(/<\/(w:tbl|w:tcPr)><\/w:tc>|<w:tc><\/w:tc>/.test(body)).toBe(false);
  expect(body.match(/<w:tbl>/g)?.length).toBe(body.match(/<w:tblGrid>/g)?.length);
  expect(body.includes('</w:tbl><w:tbl>')).toBe(false);
  expect(body.includes('<w:pgSz w:w="11906" w:h="16838"')).toBe(true);
  expect(xml('word/styles.xml').includes('w:ascii="Times New Roman"')).toBe(true);
});

test('a paper says what it is, who writes and what is asked, in the order of its code, to its last line', async () => {
  const forms = formsOf(printable);
  const paper = (await written())('de-101');
  const words = paper.words('word/document.xml');
  for (const said of [
    'KIỂM TRA CUỐI KHÓA',
    'Môn: Kỹ năng số',
    'Ngày thi: 12/12/2026',
    '45 phút',
    'Mã đề 101',
  ])
    expect(words).toContain(said);
  expect(words).toMatch(/Họ và tên: .*Số báo danh: /);
  const asked = [...words.matchAll(/Câu (\d+)\. Hỏi (\d)/g)].map(([, , stem]) => `Hỏi ${stem}`);
  expect(asked).toEqual(forms.get('101')?.map(({ question }) => question.stem));
  expect(words).toMatch(/---------- HẾT ----------$/);
  const footer = Object.keys(paper.parts).find((part) => part.startsWith('word/footer'));
  expect(paper.words(footer ?? '')).toContain('Mã đề 101');
  expect(paper.xml(footer ?? '')).toMatch(/PAGE.*NUMPAGES/s);
});

test('no question is split over pages: all its paragraphs hold on to the next, up to the empty one after it', async () => {
  const body = (await written())('de-101').xml('word/document.xml');
  const from = body.indexOf('Câu 1. ');
  const paragraphs = body.slice(body.lastIndexOf('<w:p>', from)).match(/<w:p>.*?<\/w:p>/gs) ?? [];
  const said = paragraphs.filter((paragraph) => paragraph.includes('<w:t') && !paragraph.includes('HẾT'));
  expect(said.length).toBeGreaterThan(printable.length);
  for (const paragraph of said) expect(paragraph).toContain('<w:keepNext/>');
});

test('pictures are in the paper as they are, with their words, and one that is gone leaves its words', async () => {
  const { parts, xml, stored } = (await written())('de-101');
  const shown = Object.keys(parts).filter((part) => part.startsWith('word/media/'));
  expect(shown).toHaveLength(1);
  // Compressing what is compressed already took most of the time of a paper.
  expect(shown.every((part) => stored.has(part))).toBe(true);
  expect(parts[shown[0] ?? '']).toEqual(PNG);
  expect(xml('word/document.xml')).toContain('descr="Ảnh chụp màn hình"');
  const without = (await written(printable, new Map()))('de-101');
  expect(without.words('word/document.xml')).toContain('[Hình: Ảnh chụp màn hình]');
});

/** The same questions with other keys. */
const otherKeys = (question: Question): Question => {
  if (question.kind === 'true-false') return { ...question, isTrue: !question.isTrue };
  if (question.kind === 'single-choice')
    return { ...question, options: question.options.map((each) => ({ ...each, weight: 100 - each.weight })) };
  if (question.kind === 'short-answer' || question.kind === 'numeric') {
    const [accepted] = everyKind.flatMap((each) => (each.kind === question.kind ? [each.accepted] : []));
    return { ...question, accepted: [...(accepted ?? []), ...(accepted ?? [])] } as Question;
  }
  return question;
};

test('nothing of the key is in a paper or an answer sheet: other keys give the same words', async () => {
  const [one, other] = [await written(), await written(printable.map(otherKeys))];
  for (const name of FILES) {
    expect(
      one(name)
        .xml('word/document.xml')
        .replace(/ id="\d+"/g, ''),
    ).toBe(
      other(name)
        .xml('word/document.xml')
        .replace(/ id="\d+"/g, ''),
    );
    for (const part of Object.keys(one(name).parts)) expect(one(name).xml(part)).not.toContain(SECRET);
  }
});

test('the key sheet has every code and question, and says whom it is for', async () => {
  const key = [...formsOf(printable)].map(([code, items]) => keyOf(code, items));
  const words = opened(await keySheet(exam, key)).words('word/document.xml');
  for (const { code, cells } of key) for (const cell of [code, ...cells]) expect(words).toContain(cell);
  expect(words).toContain('Chỉ dành cho người chấm');
});

test('a picture is fitted without stretching, and one that is none has no size', () => {
  expect(sizeOf(PNG)).toEqual({ width: 2, height: 1 });
  expect(sizeOf(new TextEncoder().encode('no picture at all, only words'))).toBeUndefined();
  expect(fitted({ width: 840, height: 260 }, { width: 420, height: 260 })).toEqual({
    width: 420,
    height: 130,
  });
  expect(fitted({ width: 2, height: 1 }, { width: 420, height: 260 })).toEqual({ width: 2, height: 1 });
});
