import { markedSyllablesOf, syllablesOf } from './search/syllables.ts';

/** A line that is said at an instant of a recording. */
export type SpokenLine = { readonly startMs: number; readonly text: string };
/** A line that stands on a page of a document; pages count from 1. */
export type WrittenLine = { readonly page: number; readonly text: string };
export type TranscriptLine = SpokenLine | WrittenLine;

/** What is said in a recording, or written on the pages of a document, in one language. */
export interface Transcript {
  readonly assetId: string;
  readonly language: string;
  /** Of the captions, or of the document; an older one never replaces a newer. */
  readonly version: number;
  /** When it came, ISO 8601 UTC. */
  readonly at: string;
  readonly lines: readonly TranscriptLine[];
}

/**
 * Which of what there is in several languages is searched: something that has words, in the language of the material as
 * a rule. The same whichever came first.
 */
export function searchedOf(
  transcripts: readonly Transcript[],
  { language }: { readonly language: string },
): Transcript | undefined {
  const rank = (one: Transcript) => (one.lines.length > 0 ? 2 : 0) + (one.language === language ? 1 : 0);
  return transcripts.toSorted((a, b) => rank(b) - rank(a) || (a.language < b.language ? -1 : 1))[0];
}

export const spokenText = ({ lines }: Pick<Transcript, 'lines'>): string =>
  lines.map(({ text }) => text).join(' ');

/** An item of the table holds 400 KB; lines beyond are found in no search, and shown all the same. Bytes. */
const ROOM = 300_000;
/** What a line costs beside its text: its place, and the names of both. Bytes. */
const LINE_BYTES = 20;

/** The lines from the beginning that an item of the table has room for. */
export function linesWithinRoom<L extends TranscriptLine>(lines: Iterable<L>): L[] {
  const fitting: L[] = [];
  let bytes = 0;
  for (const line of lines) {
    bytes += Buffer.byteLength(line.text) + LINE_BYTES;
    if (bytes > ROOM) break;
    fitting.push(line);
  }
  return fitting;
}

/** More would be a second list within the list. */
const SHOWN = 3;

type Runs = { readonly folded: string; readonly marked: string };
/** Folding 70 pages takes longer than searching the library: of what was found once it is kept. */
const knownRuns = new WeakMap<TranscriptLine, Runs>();

const runOf = (words: readonly string[]) => ` ${words.join(' ')} `;

/** The words of a line with spaces around each, folded and as written. */
function runsOf(line: TranscriptLine): Runs {
  const known = knownRuns.get(line);
  if (known) return known;
  const runs = { folded: runOf(syllablesOf(line.text)), marked: runOf(markedSyllablesOf(line.text)) };
  knownRuns.set(line, runs);
  return runs;
}

const placeOf = (line: TranscriptLine): number => ('page' in line ? line.page : line.startMs);

/**
 * The lines that say most of the words, one for each place, in the order of the places; with the marks that were typed
 * where some have them. Words may be spread over neighbouring lines, so half of what the best one says is enough.
 */
export function linesSaying(lines: readonly TranscriptLine[], query: string): TranscriptLine[] {
  // The last word may be half typed.
  const wanted = syllablesOf(query).map((word, at, all) =>
    at === all.length - 1 ? ` ${word}` : ` ${word} `,
  );
  const marked = markedSyllablesOf(query).map((word) => ` ${word} `);
  const told = lines.map((line) => {
    const said = runsOf(line);
    const words = wanted.filter((word) => said.folded.includes(word)).length;
    return { line, words, sameMarks: marked.filter((word) => said.marked.includes(word)).length };
  });
  const best = told
    .filter(({ words }) => words > 0)
    .toSorted((a, b) => b.words - a.words || b.sameMarks - a.sameMarks);
  const enough = (best[0]?.words ?? 0) / 2;
  const shown = new Map<number, TranscriptLine>();
  for (const { line, words } of best) {
    if (words < enough || shown.size === SHOWN) break;
    const place = placeOf(line);
    if (!shown.has(place)) shown.set(place, line);
  }
  return [...shown.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
}
