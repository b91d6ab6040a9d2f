import type { CatalogueStore } from './catalogue-store.ts';
import { type CatalogueEntry, type CatalogueRecord, searchableOf } from './domain/catalogue.ts';
import { MaterialIndex } from './domain/search/material-index.ts';
import { searchedOf, spokenText, type Transcript } from './domain/transcript.ts';
import { nameOf } from './messages.ts';
import type { TranscriptStore } from './transcript-store.ts';

/** So long an answer may be behind what was issued or withdrawn. Milliseconds. */
const FRESH_MS = 5_000;
/**
 * The index of the table is behind its items, and clocks of two functions differ: what may have been missed is read
 * again. Putting it in again changes nothing. Milliseconds.
 */
const OVERLAP_MS = 60_000;
/** Below every instant; a key may not be empty. */
const BEGINNING = '0';

export type ShelfStores = {
  readonly catalogue: Pick<CatalogueStore, 'recordsSince'>;
  readonly transcripts: Pick<TranscriptStore, 'since' | 'ofAsset'>;
};

const before = (instant: string, ms: number): string =>
  instant === BEGINNING ? BEGINNING : new Date(Date.parse(instant) - ms).toISOString();
const later = (a: string, b: string): string => (a > b ? a : b);

/**
 * The file whose words are searched. What is said or written in a lesson of a course is for those who are enrolled, and
 * a search is for everybody.
 */
const searchedFile = (entry: CatalogueEntry | undefined): string | undefined =>
  entry?.access === 'open' ? entry.assetId : undefined;

/**
 * All that can be searched, in the memory of a function: read from the table at the first question, and afterwards only
 * what changed. Every function has its own; nothing has to be told to forget. Words are kept of what is found by them:
 * they come with their material, and go with it.
 */
export class SearchShelf {
  readonly index = new MaterialIndex();
  readonly #stores: ShelfStores;
  readonly #records = new Map<string, CatalogueRecord>();
  /** By the files that are searched. */
  readonly #materialOf = new Map<string, string>();
  readonly #words = new Map<string, Transcript>();
  readonly #seen = { records: BEGINNING, transcripts: BEGINNING };
  #freshUntil = 0;
  #refreshing: Promise<void> | undefined;

  constructor(stores: ShelfStores) {
    this.#stores = stores;
  }

  /** Everything that was listed some seconds before `at`, ISO 8601 UTC. */
  async freshen(at: string): Promise<void> {
    const now = Date.parse(at);
    if (now < this.#freshUntil) return;
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
    this.#freshUntil = now + FRESH_MS;
  }

  recordOf(materialId: string): CatalogueRecord | undefined {
    return this.#records.get(materialId);
  }

  /** Only of what everybody may see. */
  transcriptOf({ entry }: CatalogueRecord): Transcript | undefined {
    return this.#words.get(searchedFile(entry) ?? '');
  }

  async #refresh(): Promise<void> {
    // Noted with every one: whoever is cut off goes on from there. Materials first: they say whose words are wanted.
    const seen = this.#seen;
    for await (const page of this.#stores.catalogue.recordsSince(before(seen.records, OVERLAP_MS))) {
      for (const record of page) {
        seen.records = later(seen.records, record.changedAt);
        await this.#takeRecord(record);
      }
    }
    for await (const page of this.#stores.transcripts.since(before(seen.transcripts, OVERLAP_MS))) {
      for (const transcript of page) {
        seen.transcripts = later(seen.transcripts, transcript.at);
        await this.#takeTranscript(transcript);
      }
    }
  }

  async #takeRecord(record: CatalogueRecord): Promise<void> {
    const known = this.#records.get(record.materialId);
    if (known && known.revision >= record.revision) return;
    const [left, wanted] = [searchedFile(known?.entry), searchedFile(record.entry)];
    // Of a file in several languages the material's own chooses.
    const isChosenAnew = wanted !== left || record.entry?.language !== known?.entry?.language;
    if (record.entry && wanted && isChosenAnew) {
      // At first they come with all others, which is a read for a hundred.
      const words = this.#seen.transcripts === BEGINNING ? undefined : await this.#read(wanted, record.entry);
      this.#materialOf.set(wanted, record.materialId);
      this.#hold(wanted, words);
    }
    if (left && left !== wanted) {
      this.#materialOf.delete(left);
      this.#hold(left, undefined);
    }
    this.#records.set(record.materialId, record);
    this.#put(record);
  }

  async #takeTranscript(came: Transcript): Promise<void> {
    const { assetId, language } = came;
    const record = this.#records.get(this.#materialOf.get(assetId) ?? '');
    if (!record?.entry) return;
    const known = this.#words.get(assetId);
    if (known?.language === language && known.version >= came.version) return;
    const isOver = known?.language === language && came.lines.length === 0;
    const words = isOver
      ? await this.#read(assetId, record.entry)
      : searchedOf(known && known.language !== language ? [known, came] : [came], record.entry);
    if (!words || words === known) return;
    this.#words.set(assetId, words);
    this.#put(record);
  }

  /** What was noted of another language was not kept. */
  async #read(assetId: string, entry: CatalogueEntry): Promise<Transcript | undefined> {
    return searchedOf(await this.#stores.transcripts.ofAsset(assetId), entry);
  }

  #hold(assetId: string, words: Transcript | undefined): void {
    if (words) this.#words.set(assetId, words);
    else this.#words.delete(assetId);
  }

  #put(record: CatalogueRecord): void {
    const { materialId, entry } = record;
    if (!entry) {
      this.index.remove(materialId);
      return;
    }
    const transcript = this.transcriptOf(record);
    this.index.put(searchableOf(materialId, entry, transcript ? spokenText(transcript) : '', nameOf));
  }
}
