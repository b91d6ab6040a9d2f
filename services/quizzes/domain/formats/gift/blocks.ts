/** A run of lines without a blank one, which is what GIFT takes for one question. */
export type Block = { readonly text: string /** Of the file, counted from 1. */; readonly firstLine: number };

const isBlank = (line: string): boolean => line.trim() === '';

/** Cuts a file where GIFT does, at blank lines, so that a faulty question cannot spoil the ones around it. */
export function blocksOf(gift: string): Block[] {
  const lines = gift
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .split(/\r\n|\r|\n/);
  const blocks: Block[] = [];
  let start = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    if (index < lines.length && !isBlank(lines[index] ?? '')) continue;
    if (index > start) blocks.push({ text: lines.slice(start, index).join('\n'), firstLine: start + 1 });
    start = index + 1;
  }
  return blocks;
}
