import { expect, test } from 'vitest';
import { planDocument } from './document-plan.ts';
import { planImage } from './image-plan.ts';
import { planPackage } from './package-plan.ts';
import { paperTasksLeft } from './paper-plan.ts';
import { type PaperFacts, presentPaper } from './paper-presentation.ts';

const document = planDocument(
  { pages: Array.from({ length: 9 }, () => ({ width: 595, height: 842 })) },
  'engine/1',
);
const image = planImage({ width: 500, height: 250, frames: 1 }, 'engine/1');
if (!document.ok || !image.ok) throw new Error('no plan');
const plan = document.value;
const about = { assetId: 'A', alt: 'Ổ khóa', originalBytes: 70 };

const pages = (part: 'pages-0' | 'pages-1', from: number, to: number): PaperFacts => ({
  part,
  pages: Array.from({ length: to - from + 1 }, (_, at) => ({
    page: from + at,
    text: `Trang ${from + at}`,
    bytes: [10, 30],
  })),
});

test('what is left are the groups not done, then the finish', () => {
  const state = { status: 'transcoding', planHash: plan.planHash, total: 2 } as const;
  expect(paperTasksLeft({ ...state, done: ['pages-0'] }, plan)).toEqual(['pages-1']);
  expect(paperTasksLeft({ ...state, done: ['pages-1', 'pages-0'] }, plan)).toEqual(['finish']);
  expect(paperTasksLeft({ ...state, total: 1, done: [] }, image.value)).toEqual(['sizes']);
  expect(paperTasksLeft({ status: 'received', bytes: 1 }, plan)).toEqual([]);
});

test('the pages come in their order however the parts were done, with their words and what they weigh', () => {
  const presentation = presentPaper(plan, [pages('pages-1', 9, 9), pages('pages-0', 1, 8)], about);
  if ('fault' in presentation) throw new Error(presentation.fault);
  const folder = `/media/A/${plan.planHash}`;
  expect(presentation.shown).toEqual({
    poster: `${folder}/poster.webp`,
    document: {
      pages: 9,
      text: { path: `${folder}/text.json`, bytes: Buffer.byteLength(presentation.text ?? '') },
      folder: `${folder}/pages`,
      widths: [
        { width: 800, bytes: 90 },
        { width: 1600, bytes: 270 },
      ],
      original: { path: `${folder}/original.pdf`, bytes: 70 },
    },
  });
  const text = JSON.parse(presentation.text ?? '');
  expect(text.pages[8]).toEqual({ width: 1600, height: 2264, text: 'Trang 9' });
});

test('a picture is told with its words and every size', () => {
  const bytes = { avif: 1, webp: 2, jpg: 3 };
  const sizes = image.value.sizes.map((size) => ({ ...size, bytes }));
  const presentation = presentPaper(image.value, [{ part: 'sizes', sizes }], about);
  expect(presentation).toEqual({
    shown: { image: { alt: 'Ổ khóa', folder: `/media/A/${image.value.planHash}`, sizes } },
  });
});

test.each([
  ['a group that is missing', [pages('pages-0', 1, 8)]],
  ['a page that is missing', [pages('pages-0', 1, 7), pages('pages-1', 9, 9)]],
])('%s is a fault and never published', (_what, facts) => {
  expect(presentPaper(plan, facts, about)).toEqual({ fault: 'pages without facts' });
});

test('a package is told once every file of it is stored, and opened as its plan says', () => {
  const files = Array.from({ length: 101 }, (_, at) => ({ name: `${at}`, bytes: 2, crc: at }));
  const lesson = planPackage({ launch: 'index.html?a=1', title: 'Thật hay giả', files }, 'engine/1');
  const state = { status: 'transcoding', planHash: lesson.planHash, total: 2 } as const;
  expect(paperTasksLeft({ ...state, done: ['files-1'] }, lesson)).toEqual(['files-0']);
  const facts: PaperFacts[] = [
    { part: 'files-1', files: 1 },
    { part: 'files-0', files: 100 },
  ];
  expect(presentPaper(lesson, facts, about)).toEqual({
    shown: { package: { launch: 'index.html?a=1', title: 'Thật hay giả', files: 101, bytes: 202 } },
  });
  expect(presentPaper(lesson, facts.slice(1), about)).toHaveProperty('fault');
});
