import { type Cue, inOrder, timestampOf } from './cue.ts';

/**
 * What keeps a line of a caption file from being read. `no-header`: neither WebVTT nor SubRip; `time`: no instant where
 * one must stand; `backwards`: ends before it begins; `no-text`: a time without words; `stray`: words without a time.
 */
export type ReadingCode = 'no-header' | 'time' | 'backwards' | 'no-text' | 'stray';

/** `line` counts from 1, as editors show it. */
export type ReadingFault = { readonly line: number; readonly code: ReadingCode };

/** What could be read, and every line that could not. */
export type Reading = { readonly cues: readonly Cue[]; readonly faults: readonly ReadingFault[] };

type Line = { readonly no: number; readonly text: string };
type Block = readonly [Line, ...Line[]];

/** WebVTT writes a point and may leave out the hours (W3C WebVTT, 4.1); SubRip writes a comma. */
const INSTANT = String.raw`(?:(\d{1,4}):)?(\d{2}):(\d{2})[.,](\d{3})`;
const TIMES = new RegExp(String.raw`^\s*${INSTANT}\s+-->\s+${INSTANT}(?:\s+(\S.*?))?\s*$`);
/** Parts of a WebVTT file that hold no captions. */
const ASIDE = /^(NOTE|STYLE|REGION)(\s|$)/;
const HEADER = /^WEBVTT(\s|$)/;

const linesOf = (text: string): Line[] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '\uFFFD')
    .split('\n')
    .map((line, at) => ({ no: at + 1, text: line }));

/** Runs of lines between blank ones. */
function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block): block is [Line, ...Line[]] => block.length > 0);
}

/** Undefined where minutes or seconds are beyond 59. */
function millisecondsOf([hours = '0', minutes, seconds, thousandths]: readonly (string | undefined)[]) {
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths);
}

const fault = (line: number, code: ReadingCode) => ({ fault: { line, code } });

function readTimes({ no, text }: Line): Omit<Cue, 'text'> | { readonly fault: ReadingFault } {
  const found = TIMES.exec(text);
  const startMs = found ? millisecondsOf(found.slice(1, 5)) : undefined;
  const endMs = found ? millisecondsOf(found.slice(5, 9)) : undefined;
  if (startMs === undefined || endMs === undefined) return fault(no, 'time');
  if (endMs <= startMs) return fault(no, 'backwards');
  return { startMs, endMs, ...(found?.[9] && { settings: found[9] }) };
}

/** A block is a time, under a name that nobody needs perhaps, and the lines that are said. */
function readBlock(block: Block): Cue | { readonly fault: ReadingFault } {
  const [first, second] = block;
  const at = first.text.includes('-->') || !second?.text.includes('-->') ? 0 : 1;
  const line = block[at] ?? first;
  if (!line.text.includes('-->'))
    return fault(first.no, /^\s*[\d:.,]+\s*$/.test(first.text) ? 'time' : 'stray');
  const times = readTimes(line);
  if ('fault' in times) return times;
  const said = block.slice(at + 1);
  const doubled = said.find(({ text }) => text.includes('-->'));
  if (doubled) return fault(doubled.no, 'stray');
  if (said.length === 0) return fault(line.no, 'no-text');
  return {
    ...times,
    text: said
      .map(({ text }) => text.trim())
      .join('\n')
      .normalize('NFC'),
  };
}

/** The blocks that are captions: of WebVTT without its head, its notes and its looks. Undefined for another file. */
function captionBlocks(text: string): Block[] | undefined {
  const [head, ...rest] = blocksOf(linesOf(text));
  if (!head) return undefined;
  if (HEADER.test(head[0].text)) return rest.filter(([{ text: first }]) => !ASIDE.test(first));
  const isSubRip = head.slice(0, 2).some((line) => line.text.includes('-->'));
  return isSubRip ? [head, ...rest] : undefined;
}

/** Reads WebVTT, or SubRip (.srt) by its first lines. Faulty captions are left out and named by their line. */
export function readCaptions(text: string): Reading {
  const blocks = captionBlocks(text);
  if (!blocks) return { cues: [], faults: [{ line: 1, code: 'no-header' }] };
  const read = blocks.map(readBlock);
  return {
    cues: inOrder(read.flatMap((one) => ('fault' in one ? [] : [one]))),
    faults: read.flatMap((one) => ('fault' in one ? [one.fault] : [])),
  };
}

/** Blank lines would end a caption, and an arrow would begin one. */
const sayable = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll('-->', '→');

const blockOf = ({ startMs, endMs, text, settings }: Cue): string =>
  `${timestampOf(startMs)} --> ${timestampOf(endMs)}${settings ? ` ${settings}` : ''}\n${sayable(text)}`;

/** The captions as a WebVTT file: what `readCaptions` reads back. */
export const writeWebVtt = (cues: readonly Cue[]): string =>
  `${['WEBVTT', ...inOrder(cues).map(blockOf)].join('\n\n')}\n`;
