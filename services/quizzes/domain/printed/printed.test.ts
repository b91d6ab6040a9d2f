import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Response } from '../../contract.ts';
import { markAttempt, pointsOf } from '../grading.ts';
import { contentHash } from '../item-identity.ts';
import { present, presentAgain } from '../item-types.ts';
import { everyKind } from '../items/every-kind.suite.ts';
import { anyItem, respondTo } from '../items/item-arbitrary.suite.ts';
import type { Question } from '../question.ts';
import { writeCell } from './answer-cells.ts';
import { cellsOf, lineOf } from './answer-line.ts';
import { keyOf } from './key-table.ts';
import { layForms, MAX_CODES } from './lay-forms.ts';
import { whyNotOnPaper } from './not-on-paper.ts';
import { type FormItem, readSheet } from './read-sheet.ts';

const onPaper = anyItem.filter((question) => whyNotOnPaper(question) === undefined);
const exam = fc.array(onPaper, { minLength: 1, maxLength: 8 });
const seed = fc.string({ minLength: 1 });

const asked = (questions: readonly Question[]) =>
  questions.map((question, at) => ({
    item: { itemId: `item-${at}`, version: 1, contentHash: contentHash(question) },
    question,
  }));

/** The forms of an exam with their questions, as the service joins them. */
const formsOf = (questions: readonly Question[], codes: number, by: string) =>
  layForms(asked(questions), { codes, seed: by, shuffle: { items: true, options: true } }).map(
    ({ code, items }) => ({
      code,
      items: items.map((item): FormItem => {
        const question = questions[Number(item.itemId.slice(5))];
        if (!question) throw new Error(`${item.itemId} was never asked`);
        return { ...item, question };
      }),
    }),
  );

test('every code asks every item once, in orders that are one to one with the author’s, so all are worth the same', () => {
  fc.assert(
    fc.property(exam, fc.integer({ min: 1, max: 6 }), seed, (questions, codes, by) => {
      const forms = formsOf(questions, codes, by);
      expect(forms.map(({ code }) => code)).toEqual(
        Array.from({ length: codes }, (_, at) => String(101 + at)),
      );
      for (const { items } of forms) {
        expect(items.map(({ itemId }) => itemId).toSorted()).toEqual(
          asked(questions)
            .map(({ item }) => item.itemId)
            .toSorted(),
        );
        for (const { order, question, itemId } of items)
          expect(order.toSorted((a, b) => a - b)).toEqual(
            present(question, itemId, 'any', false).order.toSorted((a, b) => a - b),
          );
        const total = markAttempt(items, new Map()).points.reduce((sum, each) => sum + each.total, 0);
        expect(total).toBe(questions.length * 100);
      }
      expect(formsOf(questions, codes, by)).toEqual(forms);
      // One answer sheet serves all codes.
      const kinds = forms.map(({ items }) => items.map(({ question }) => question.kind));
      expect(new Set(kinds.map(String)).size).toBe(1);
    }),
  );
});

test('as many codes as a hall has seats are laid out, none like another', () => {
  const questions = Array.from({ length: 40 }, (_, at): Question => {
    const options = ['một', 'hai', 'ba', 'bốn'].map((text, place) => ({
      text,
      weight: place === 0 ? 100 : 0,
    }));
    return { kind: 'single-choice', title: `${at}`, stem: `Câu ${at}`, options };
  });
  const forms = formsOf(questions, MAX_CODES, 'seed');
  expect(new Set(forms.map(({ items }) => JSON.stringify(items.map(({ itemId }) => itemId)))).size).toBe(
    MAX_CODES,
  );
  const keys = forms.map(({ code, items }) => keyOf(code, items).cells.join(''));
  expect(new Set(keys).size).toBe(MAX_CODES);
});

test('the key of every code, read back as an answer sheet, earns the full mark', () => {
  fc.assert(
    fc.property(exam, seed, (questions, by) => {
      for (const { code, items } of formsOf(questions, 3, by)) {
        const responses = readSheet(items, keyOf(code, items).cells);
        if ('code' in responses) throw new Error(JSON.stringify(responses));
        expect(markAttempt(items, responses).scoreHundredths).toBe(1000);
      }
    }),
  );
});

test('the same answers earn the same on any code as on a screen', () => {
  const picks = fc.array(fc.nat(100), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(exam, seed, picks, (questions, by, chosen) => {
      const online = asked(questions).map(({ item: { itemId }, question }) => {
        const { order } = present(question, itemId, 'screen');
        return pointsOf({ question, order }, respondTo(question, order, chosen));
      });
      for (const { items } of formsOf(questions, 2, by)) {
        const cells = items.map((item) =>
          writeCell(presentAgain(item, item.itemId), respondTo(item.question, item.order, chosen)),
        );
        const responses = readSheet(items, cells);
        if ('code' in responses) throw new Error(JSON.stringify(responses));
        for (const { itemId, earned } of markAttempt(items, responses).points)
          expect(earned).toBe(online[Number(itemId.slice(5))]);
      }
    }),
  );
});

test('what is presented again in a known order is what was presented', () => {
  fc.assert(
    fc.property(anyItem, seed, (question, by) => {
      const { seen, order } = present(question, 'item', by);
      expect(presentAgain({ question, order }, 'item')).toEqual(seen);
    }),
  );
});

test('a line of answers is read back as it was written', () => {
  const cell = fc.oneof(fc.constantFrom('', 'A', 'Đ', 'AC', '12,5', 'hà nội'), fc.constant('-5'));
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      expect(cellsOf(lineOf(cells))).toEqual(cells);
    }),
  );
});

test('only questions that letters, numbers or words answer are printed, and each other kind says why not', () => {
  expect(Object.fromEntries(everyKind.map((question) => [question.kind, whyNotOnPaper(question)]))).toEqual({
    'single-choice': undefined,
    'multiple-choice': undefined,
    'true-false': undefined,
    'short-answer': undefined,
    numeric: undefined,
    matching: undefined,
    ordering: undefined,
    cloze: 'kind-needs-screen',
    'hot-spot': 'kind-needs-screen',
    'practical-task': 'kind-needs-screen',
    essay: 'kind-needs-marker',
    'file-answer': 'kind-needs-marker',
  });
  const film = { fileId: 'ab'.repeat(32), mediaType: 'video/mp4', alt: 'Phim' };
  const question: Question = { kind: 'true-false', title: 'x', stem: 'x', isTrue: true };
  expect(whyNotOnPaper({ ...question, media: [film] })).toBe('sound-or-film');
  const options = Array.from({ length: 11 }, (_, at) => ({ text: `${at}`, weight: at === 0 ? 100 : 0 }));
  expect(whyNotOnPaper({ title: 'x', stem: 'x', kind: 'single-choice', options })).toBe('too-many-choices');
});

describe('a cell of an answer sheet', () => {
  const item = (question: Question): FormItem => ({
    itemId: 'item',
    version: 1,
    contentHash: '',
    order: present(question, 'item', '', false).order,
    question,
  });
  const about = { title: 'x', stem: 'x' };
  const options = ['một', 'hai', 'ba'].map((text, at) => ({ text, weight: at < 2 ? 50 : 0 }));
  const kinds: Record<string, Question> = {
    single: { ...about, kind: 'single-choice', options },
    multiple: { ...about, kind: 'multiple-choice', options, scoring: 'without-penalty' },
    truth: { ...about, kind: 'true-false', isTrue: true },
    number: { ...about, kind: 'numeric', accepted: [{ low: 1, high: 2, weight: 100 }] },
    pairs: {
      ...about,
      kind: 'matching',
      pairs: [
        { prompt: 'a', choice: '1' },
        { prompt: 'b', choice: '2' },
      ],
      distractors: ['3'],
    },
    order: { ...about, kind: 'ordering', entries: ['x', 'y', 'z'], scoring: 'by-place' },
  };
  const read = (name: string, cell: string) => {
    const question = kinds[name];
    if (!question) throw new Error(`${name} is not among the kinds`);
    return readSheet([item(question)], [cell]);
  };

  const pick = (optionId: string): Response => ({ kind: 'single-choice', optionId });
  it.each<[string, string, Response]>([
    ['single', 'b', pick('o2')],
    ['single', ' C ', pick('o3')],
    ['multiple', 'a, c', { kind: 'multiple-choice', optionIds: ['o1', 'o3'] }],
    ['truth', 'đ', { kind: 'true-false', value: true }],
    ['truth', 'D', { kind: 'true-false', value: true }],
    ['truth', 'S', { kind: 'true-false', value: false }],
    ['number', '1,5', { kind: 'numeric', text: '1,5' }],
    ['pairs', '-A', { kind: 'matching', pairs: { p2: 'c1' } }],
    ['order', 'cab', { kind: 'ordering', entryIds: ['e3', 'e1', 'e2'] }],
  ])('%s: %s is read', (name, cell, response) => {
    expect(read(name, cell)).toEqual(new Map([['item', response]]));
  });

  it.each([
    ['single', 'D'],
    ['single', 'AB'],
    ['multiple', 'ABC'],
    ['multiple', 'AA'],
    ['truth', 'A'],
    ['number', 'năm'],
    ['pairs', 'A'],
    ['pairs', 'AD'],
    ['order', 'AB'],
    ['order', 'AAB'],
  ])('%s: %s is named as unreadable, never guessed', (name, cell) => {
    expect(read(name, cell)).toEqual({ code: 'unreadable-answer', question: 1, cell });
  });

  it('left empty is an answer left out; a sheet of another length is refused', () => {
    expect(read('single', '')).toEqual(new Map());
    expect(readSheet([], ['A'])).toEqual({ code: 'wrong-count', given: 1, wanted: 0 });
  });
});
