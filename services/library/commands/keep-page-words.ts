import * as z from 'zod';
import { linesOfPages } from '../domain/page-lines.ts';
import { keepLines, type PublishedText, type TranscriptTools } from './keep-transcript.ts';

/** Of the media service's text of a document what is searched. */
const PageTexts = z.object({ pages: z.array(z.object({ text: z.string() })) });

/** Keeps what is written on the pages of a document that became ready; of one that is scans, that nothing is. */
export async function keepPageWords(tools: TranscriptTools, { path, ...of }: PublishedText): Promise<void> {
  const { pages } = PageTexts.parse(JSON.parse(await tools.texts.read(path)));
  await keepLines(tools, of, linesOfPages(pages));
}
