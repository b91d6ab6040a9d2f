import { readCaptions } from '#shared/text/webvtt.ts';
import { linesWithinRoom, type Transcript, type TranscriptLine } from '../domain/transcript.ts';
import type { PublishedTexts } from '../published-texts.ts';
import type { TranscriptStore } from '../transcript-store.ts';

export type TranscriptTools = {
  readonly transcripts: Pick<TranscriptStore, 'save' | 'settle'>;
  readonly texts: Pick<PublishedTexts, 'read'>;
};
/** What is kept, and where its words lie on the site. */
export type PublishedText = Omit<Transcript, 'lines'> & { readonly path: string };

/** Keeps as much of the lines as there is room for, unless newer ones came before; none that is read of a file that is gone. */
export async function keepLines(
  { transcripts }: Pick<TranscriptTools, 'transcripts'>,
  of: Omit<Transcript, 'lines'>,
  lines: Iterable<TranscriptLine>,
): Promise<void> {
  await transcripts.save({ ...of, lines: linesWithinRoom(lines) });
  await transcripts.settle(of.assetId, of.at);
}

/** Keeps what is said in a recording, from captions that were published. What came before it stays over. */
export async function keepTranscript(tools: TranscriptTools, { path, ...of }: PublishedText): Promise<void> {
  const { cues } = readCaptions(await tools.texts.read(path));
  const lines = cues.map(({ startMs, text }) => ({
    startMs,
    text: text.replaceAll(/<[^>]*>|\n/g, ' ').trim(),
  }));
  await keepLines(tools, of, lines);
}
