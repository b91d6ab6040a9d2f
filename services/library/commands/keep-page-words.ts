import * as z from 'zod';
import { linesOfPages } from '../domain/page-lines.ts';
import { linesWithinRoom } from '../domain/transcript.ts';
import type { PublishedText, TranscriptTools } from './keep-transcript.ts';

/** Of the media service's text of a document what is searched. */
const PageTexts = z.object({ pages: z.array(z.object({ text: z.string() })) });

/** Keeps what is written on the pages of a document that became ready; of one that is scans, that nothing is. */
export async function keepPageWords(
  { store, texts }: TranscriptTools,
  { path, ...of }: PublishedText,
): Promise<void> {
  const { pages } = PageTexts.parse(JSON.parse(await texts.read(path)));
  await store.saveTranscript({ ...of, lines: linesWithinRoom(linesOfPages(pages)) });
}
