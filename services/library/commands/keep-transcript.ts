import { readCaptions } from '#shared/text/webvtt.ts';
import type { CatalogueStore } from '../catalogue-store.ts';
import { linesWithinRoom, type Transcript } from '../domain/transcript.ts';
import type { PublishedTexts } from '../published-texts.ts';

export type TranscriptTools = {
  readonly store: Pick<CatalogueStore, 'saveTranscript'>;
  readonly texts: Pick<PublishedTexts, 'read'>;
};
/** What is kept, and where its words lie on the site. */
export type PublishedText = Omit<Transcript, 'lines'> & { readonly path: string };

/** Keeps what is said in a recording, from captions that were published. What came before it stays over. */
export async function keepTranscript(
  { store, texts }: TranscriptTools,
  { path, ...of }: PublishedText,
): Promise<void> {
  const { cues } = readCaptions(await texts.read(path));
  const lines = cues.map(({ startMs, text }) => ({
    startMs,
    text: text.replaceAll(/<[^>]*>|\n/g, ' ').trim(),
  }));
  await store.saveTranscript({ ...of, lines: linesWithinRoom(lines) });
}
