import type { CatalogueStore } from './catalogue-store.ts';
import { type CatalogueRecord, searchableOf } from './domain/catalogue.ts';
import { MaterialIndex } from './domain/search/material-index.ts';
import { spokenText, type Transcript } from './domain/transcript.ts';
import { nameOf } from './messages.ts';

/** So long an answer may be behind what was issued or withdrawn. Milliseconds. */
const FRESH_MS = 5_000;
/**
 * The index of the table is behind its items, and clocks of two functions differ: what may have been missed is read
 * again. Putting it in again changes nothing. Milliseconds.
 */
const OVERLAP_MS = 60_000;
/** Below every instant; a key may not be empty. */
const BEGINNING = '0';

const before = (instant: string, ms: number): string =>
  instant === BEGINNING ? BEGINNING : new Date(Date.parse(instant) - ms).toISOString();
const later = (a: string, b: string): string => (a > b ? a : b);

/**
 * All that can be searched, in the memory of a function: read from the table at the first question, and afterwards only
 * what changed. Every function has its own; nothing has to be told to forget.
 */
export class SearchShelf {
  readonly index = new MaterialIndex();
  readonly #store: CatalogueStore;
  readonly #records = new Map<string, CatalogueRecord>();
  readonly #transcripts = new Map<string, Transcript>();
  readonly #materialOf = new Map<string, string>();
  readonly #seen = { records: BEGINNING, transcripts: BEGINNING };
  #freshUntil = 0;
  #refreshing: Promise<void> | undefined;

  constructor(store: CatalogueStore) {
    this.#store = store;
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

  transcriptOf({ entry }: CatalogueRecord): Transcript | undefined {
    return entry?.assetId === undefined ? undefined : this.#transcripts.get(entry.assetId);
  }

  async #refresh(): Promise<void> {
    // Noted with every one: whoever is cut off goes on from there.
    const seen = this.#seen;
    for await (const page of this.#store.transcriptsSince(before(seen.transcripts, OVERLAP_MS))) {
      for (const transcript of page) {
        seen.transcripts = later(seen.transcripts, transcript.at);
        this.#takeTranscript(transcript);
      }
    }
    for await (const page of this.#store.recordsSince(before(seen.records, OVERLAP_MS))) {
      for (const record of page) {
        seen.records = later(seen.records, record.changedAt);
        this.#takeRecord(record);
      }
    }
  }

  /** One language for each recording is searched: the one it is spoken in, which is the library's own as a rule. */
  #takeTranscript(transcript: Transcript): void {
    const known = this.#transcripts.get(transcript.assetId);
    const isOther = known && known.language !== transcript.language;
    const isLess = isOther ? known.lines.length > 0 && transcript.language !== 'vi' : false;
    if (isLess || (known && !isOther && known.version >= transcript.version)) return;
    this.#transcripts.set(transcript.assetId, transcript);
    const materialId = this.#materialOf.get(transcript.assetId);
    const record = materialId ? this.#records.get(materialId) : undefined;
    if (record) this.#put(record);
  }

  #takeRecord(record: CatalogueRecord): void {
    const known = this.#records.get(record.materialId);
    if (known && known.revision >= record.revision) return;
    this.#records.set(record.materialId, record);
    if (record.entry?.assetId) this.#materialOf.set(record.entry.assetId, record.materialId);
    this.#put(record);
  }

  #put(record: CatalogueRecord): void {
    const { materialId, entry } = record;
    if (!entry) {
      this.index.remove(materialId);
      return;
    }
    // What is said or written in a lesson of a course is for those who are enrolled, and a search is for everybody.
    const transcript = entry.access === 'open' ? this.transcriptOf(record) : undefined;
    this.index.put(searchableOf(materialId, entry, transcript ? spokenText(transcript) : '', nameOf));
  }
}
