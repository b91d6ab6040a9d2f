import { markedSyllablesOf, syllablesOf } from './search/syllables.ts';

export interface TranscriptLine {
  readonly startMs: number;
  readonly text: string;
}

/** What is said in a recording, in one language. */
export interface Transcript {
  readonly assetId: string;
  readonly language: string;
  /** Of the captions; an older one never replaces a newer. */
  readonly version: number;
  /** When it came, ISO 8601 UTC. */
  readonly at: string;
  readonly lines: readonly TranscriptLine[];
}

export const spokenText = ({ lines }: Pick<Transcript, 'lines'>): string =>
  lines.map(({ text }) => text).join(' ');

/** More would be a second list within the list. */
const SHOWN = 3;

/**
 * The lines that say most of the words, in the order they are said; with the marks that were typed where some have them.
 * Words may be spread over neighbouring lines, so one of them is enough.
 */
export function linesSaying(lines: readonly TranscriptLine[], query: string): TranscriptLine[] {
  const wanted = syllablesOf(query);
  const marked = new Set(markedSyllablesOf(query));
  const told = lines.map((line) => {
    const said = syllablesOf(line.text);
    const words = wanted.filter((word, place) =>
      said.some((one) => one === word || (place === wanted.length - 1 && one.startsWith(word))),
    ).length;
    const sameMarks = words > 0 ? markedSyllablesOf(line.text).filter((one) => marked.has(one)).length : 0;
    return { line, worth: words * 1000 + Math.min(sameMarks, 999) };
  });
  return told
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, SHOWN)
    .map(({ line }) => line)
    .toSorted((a, b) => a.startMs - b.startMs);
}
