import { ulid } from 'ulid';
import { afterAll, beforeAll } from 'vitest';
import { queryAll } from '#shared/store/query.ts';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { CatalogueStore } from './catalogue-store.ts';
import { decideMaterial } from './commands/decide-material.ts';
import { keepPageWords } from './commands/keep-page-words.ts';
import { keepTranscript } from './commands/keep-transcript.ts';
import { takeReadyAsset } from './commands/take-ready-asset.ts';
import { appraise, reinstate, withdraw } from './domain/appraisal.ts';
import { type About, type AssetFile, checksFor } from './domain/edition.ts';
import { FileStore } from './file-store.ts';
import { transcriptKey } from './keys.ts';
import { searchMaterials } from './queries/search-materials.ts';
import { SearchShelf } from './search-shelf.ts';
import { MaterialStore } from './store.ts';
import { TranscriptStore } from './transcript-store.ts';

let ticks = Date.parse('2026-11-26T02:00:00.000Z');
/** A second later with every call. */
export const now = () => {
  ticks += 1000;
  return new Date(ticks).toISOString();
};
export const causeOf = (actor: string) => ({
  ...{ actor, at: now() },
  ...{ correlationId: 'test', causationId: ulid() },
});

/** Whole: it is handed in as it becomes ready. */
export const about: About = {
  ...{ title: 'Nhận ra lừa đảo', summary: '', language: 'vi', peopleShown: 'nobody' },
  ...{ licence: 'CC BY 4.0', source: 'Trung tâm' },
  ...{ tracks: ['security'], audiences: [], competenceCodes: ['4.2'] },
};

export type Library = {
  readonly materials: MaterialStore;
  readonly catalogue: CatalogueStore;
  readonly transcripts: TranscriptStore;
  readonly files: FileStore;
  /** The words of a file as the table holds them. */
  readonly storedWords: (assetId: string) => Promise<readonly Record<string, unknown>[]>;
};
export let library: Library;

/** The stores of the library on the local engine, for the tests of one file. */
export function useLibrary(): void {
  let service: ServiceTable;
  beforeAll(async () => {
    service = await startServiceTable();
    const { db, table } = service;
    library = {
      materials: new MaterialStore(db, table),
      catalogue: new CatalogueStore(db, table),
      transcripts: new TranscriptStore(db, table),
      files: new FileStore(db, table),
      storedWords: (assetId) =>
        queryAll(db, {
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': transcriptKey(assetId, '').pk },
        }),
    };
  });
  afterAll(() => service.stop());
}

/** A file became ready, and a material of it that waits for a second person. */
export async function ready(more: Partial<About> = {}, file: Partial<AssetFile> = {}): Promise<string> {
  const { assetId = ulid() } = file;
  const whole = { kind: 'video' as const, ...file, assetId };
  await takeReadyAsset(library.materials, { ...about, ...more }, whole, causeOf('maker'));
  return assetId;
}

export type Deciding = 'issue' | 'withdraw' | 'reinstate';
export const decide = (id: string, how: Deciding) => {
  const by = { by: 'head', at: now() };
  return decideMaterial(
    library.materials,
    id,
    (was) => {
      if (how === 'withdraw') return withdraw(was, { reason: 'wrong' }, by);
      if (how === 'reinstate') return reinstate(was, by);
      const { revision, draft } = was;
      return appraise(was, {
        ...{ ...by, verdict: 'issued', revision },
        checks: checksFor(draft?.kind ?? 'video'),
      });
    },
    causeOf('head'),
  );
};

const captions = (words: string) =>
  `WEBVTT\n\n00:01.000 --> 00:02.000\nXin chào\n\n01:05.000 --> 01:08.000\n${words}\n`;
const tools = (text: string) => ({ transcripts: library.transcripts, texts: { read: async () => text } });

/** Captions are published that say the words at 65 s. */
export const say = (assetId: string, words: string, version = 1, language = 'vi') =>
  keepTranscript(tools(captions(words)), { assetId, language, path: '/media/x.vtt', version, at: now() });

/** The words of a document's pages came. */
export const write = (assetId: string, pages: readonly string[], version = 1) =>
  keepPageWords(tools(JSON.stringify({ pages: pages.map((text) => ({ width: 800, height: 1100, text })) })), {
    assetId,
    language: 'vi',
    path: '/media/x/text.json',
    version,
    at: now(),
  });

/** A shelf that asks at once: an hour passes with every question. */
export function searcher(shelf = new SearchShelf(library)) {
  return async (q: string) => {
    ticks += 3_600_000;
    await shelf.freshen(now());
    return searchMaterials(shelf, { q });
  };
}
