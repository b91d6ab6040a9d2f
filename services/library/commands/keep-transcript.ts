import { readCaptions } from '#shared/text/webvtt.ts';
import type { CatalogueStore } from '../catalogue-store.ts';
import type { Transcript } from '../domain/transcript.ts';
import type { PublishedTexts } from '../published-texts.ts';

type Tools = {
  readonly store: Pick<CatalogueStore, 'saveTranscript'>;
  readonly texts: Pick<PublishedTexts, 'read'>;
};
type Published = Omit<Transcript, 'lines'> & { readonly path: string };

/** An item of the table holds 400 KB; lines beyond are found in no search, and played all the same. Bytes. */
const ROOM = 300_000;

/** Keeps what is said in a recording, from captions that were published. What came before it stays over. */
export async function keepTranscript({ store, texts }: Tools, published: Published): Promise<void> {
  const { path, ...of } = published;
  const { cues } = readCaptions(await texts.read(path));
  let bytes = 0;
  const lines = cues
    .map(({ startMs, text }) => ({ startMs, text: text.replaceAll(/<[^>]*>|\n/g, ' ').trim() }))
    .filter(({ text }) => {
      bytes += Buffer.byteLength(text) + 20;
      return bytes <= ROOM;
    });
  await store.saveTranscript({ ...of, lines });
}
