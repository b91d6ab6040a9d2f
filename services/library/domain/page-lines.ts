import type { WrittenLine } from './transcript.ts';

/**
 * Pieces of up to 160 characters that end where a word does: what stands below a hit is read at a glance, and some
 * documents say nowhere that a line of print ends. A word longer than that is cut.
 */
const PIECE = /\S(?:.{0,158}\S)?(?!\S)|\S{1,160}/gu;

/** The words of a document line by line of print, with the page that each stands on; nothing of a page that is a scan. */
export function* linesOfPages(pages: Iterable<{ readonly text: string }>): Generator<WrittenLine> {
  let page = 0;
  for (const { text } of pages) {
    page += 1;
    for (const [piece] of text.matchAll(PIECE)) yield { page, text: piece };
  }
}
