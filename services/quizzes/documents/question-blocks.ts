import { type FileChild, ImageRun, Paragraph, type ParagraphChild, Tab, TabStopType, TextRun } from 'docx';
import type { SeenItem } from '../contract.ts';
import type { EmbeddedFile } from '../domain/formats/embedded-file.ts';
import { LETTERS } from '../domain/printed/not-on-paper.ts';
import type { Media } from '../domain/question.ts';
import { columns, millimetres, TEXT_WIDTH } from './page.ts';
import { fitted, pictureType, sizeOf } from './picture-size.ts';
import { placeholderOf } from './stored-pictures.ts';
import { paperWords } from './words.ts';

export type Pictures = ReadonlyMap<string, EmbeddedFile>;

/** What stands on one line of options together has so many letters at most. */
const SHORT = { four: 16, two: 38 };
/** Pixels at 96 dpi: of a question, and of an option. */
const PICTURE = { width: 420, height: 260 };
const SMALL_PICTURE = { width: 190, height: 120 };
const HANGING = millimetres(5);

const pictureRun = (media: Media, pictures: Pictures, most: { width: number; height: number }) => {
  const file = pictures.get(media.fileId);
  const type = pictureType(media.mediaType);
  const size = file && type && sizeOf(file.bytes);
  if (!file || !type || !size)
    return new TextRun({ text: paperWords.pictureMissing(media.alt), italics: true });
  return new ImageRun({
    type,
    data: placeholderOf(media.fileId),
    transformation: fitted(size, most),
    altText: { name: media.alt, title: media.alt, description: media.alt },
  });
};

/** Lines of a text, the first after what stands before it. */
const lines = (text: string): TextRun[] =>
  text.split('\n').map((line, at) => new TextRun({ text: line, ...(at > 0 && { break: 1 }) }));

/** Kept with what follows, so that no question is split over two pages. */
const kept = (children: readonly ParagraphChild[], more: object = {}): Paragraph =>
  new Paragraph({ keepNext: true, keepLines: true, children: [...children], ...more });

type Lettered = { readonly text: string; readonly media?: readonly Media[] };

const letteredRuns = ({ text, media = [] }: Lettered, at: number, pictures: Pictures): ParagraphChild[] => [
  new TextRun({ text: `${LETTERS[at] ?? ''}. `, bold: true }),
  ...lines(text),
  ...media.map((each) => pictureRun(each, pictures, SMALL_PICTURE)),
];

const perLine = (options: readonly Lettered[]): number => {
  if (options.some(({ media, text }) => media?.length || text.includes('\n')))
    return options.length > 2 ? 2 : 1;
  const longest = Math.max(...options.map(({ text }) => text.length));
  if (longest <= SHORT.four) return 4;
  return longest <= SHORT.two ? 2 : 1;
};

/** Options side by side where they are short: four, two or one a line, at stops of the line. */
function optionLines(options: readonly Lettered[], pictures: Pictures): Paragraph[] {
  const each = perLine(options);
  const stops = Array.from({ length: each - 1 }, (_, at) => ({
    type: TabStopType.LEFT,
    position: Math.floor((TEXT_WIDTH * (at + 1)) / each) + (at === 0 ? HANGING : 0),
  }));
  const rows = Array.from({ length: Math.ceil(options.length / each) }, (_, row) => row * each);
  return rows.map((start) =>
    kept(
      options
        .slice(start, start + each)
        .flatMap((option, at) => [
          ...(at > 0 ? [new TextRun({ children: [new Tab()] })] : []),
          ...letteredRuns(option, start + at, pictures),
        ]),
      { tabStops: stops, indent: each === 1 ? { left: HANGING * 2, hanging: HANGING } : { left: HANGING } },
    ),
  );
}

/** Prompts with numbers on the left, choices with letters on the right. */
const pairTable = ({ prompts, choices }: Extract<SeenItem, { kind: 'matching' }>): FileChild =>
  columns(
    [0.5, 0.5],
    [
      prompts.map(({ text }, at) => kept([new TextRun({ text: `${at + 1}. `, bold: true }), ...lines(text)])),
      choices.map((choice, at) => kept(letteredRuns(choice, at, new Map()))),
    ],
  );

const body = (seen: SeenItem, pictures: Pictures): FileChild[] => {
  switch (seen.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return optionLines(seen.options, pictures);
    case 'matching':
      return [pairTable(seen)];
    case 'ordering':
      return seen.entries.map((entry, at) =>
        kept(letteredRuns(entry, at, pictures), { indent: { left: HANGING } }),
      );
    default:
      return [];
  }
};

/** A question as it is printed at its number. The empty line at its end is the one place where a page may break. */
export function questionBlocks(seen: SeenItem, no: number, pictures: Pictures): FileChild[] {
  const most = seen.kind === 'multiple-choice' && seen.picks;
  const asked = kept([
    new TextRun({ text: paperWords.question(no), bold: true }),
    ...lines(seen.stem),
    ...(most ? [new TextRun({ text: paperWords.picks(most), italics: true })] : []),
  ]);
  const shown = (seen.media ?? []).map((media) => kept([pictureRun(media, pictures, PICTURE)]));
  const end = new Paragraph({ spacing: { before: 0, after: 0, line: 120 }, children: [] });
  return [asked, ...shown, ...body(seen, pictures), end];
}
