import fc from 'fast-check';
import { ulid } from 'ulid';
import { describe, expect, test } from 'vitest';
import { takeFileNews } from './commands/take-file-news.ts';
import { takeReadyFile } from './commands/take-ready-file.ts';
import { editMaterial, submitMaterial } from './commands/write-material.ts';
import { listedOf, type Material } from './domain/material.ts';
import { about, causeOf, decide, library, now, ready, say, searcher, useLibrary } from './library.suite.ts';
import { SearchShelf } from './search-shelf.ts';

useLibrary();

const takeBack = (assetId: string, version: number, language = 'vi') =>
  library.transcripts.save({ assetId, language, version, at: now(), lines: [] });
const hear = (assetId: string, isGone: boolean, version: number) =>
  takeFileNews(library, { assetId, isGone, version }, now());

const find = async (id: string) => (await library.materials.find(id)) as Material;
/** The same file is handed in as the next version, as one in that language. */
async function handInAs(language: string, id: string): Promise<void> {
  const was = await find(id);
  const cause = causeOf('maker');
  const edit = { revision: was.revision, about: { ...about, language } };
  await editMaterial(library.materials, was, edit, cause);
  const draft = await find(id);
  await submitMaterial(library, draft, draft.revision, cause);
}

/** What happens to a recording, with the version that each event carries; every one may come again, and late. */
const EVENTS = {
  'captions of version 1': (id: string) => say(id, 'lời thứ nhất', 1),
  'captions of version 2': (id: string) => say(id, 'lời thứ hai', 2),
  'captions withdrawn as version 3': (id: string) => takeBack(id, 3),
  'English captions of version 1': (id: string) => say(id, 'lời thứ ba', 1, 'en'),
  'captions of another file': () => say(ulid(), 'chuyện khác'),
  'next version, in English': async (id: string) => {
    await handInAs('en', id);
    await decide(id, 'issue');
  },
  'file ready as version 1': (id: string) => hear(id, false, 1),
  'file given up as version 2': (id: string) => hear(id, true, 2),
  'file kept as version 3': (id: string) => hear(id, false, 3),
  issue: (id: string) => decide(id, 'issue'),
  withdraw: (id: string) => decide(id, 'withdraw'),
  reinstate: (id: string) => decide(id, 'reinstate'),
} as const;
type Event = keyof typeof EVENTS;
const NAMES = Object.keys(EVENTS) as Event[];

const LINES = ['', 'lời thứ nhất', 'lời thứ hai', ''] as const;
const ENGLISH_LINES = ['', 'lời thứ ba'] as const;
const versionIn = (history: readonly (Event | 'search')[], what: string): number =>
  Math.max(0, ...history.filter((name) => name.startsWith(what)).map((name) => Number(name.at(-1)) || 0));

/** Whether the shelf holds words of the file, whatever it shows of them. */
const holdsWords = (shelf: SearchShelf, assetId: string): boolean => {
  const entry = { access: 'open', assetId } as never;
  return (
    (shelf.transcriptOf({ materialId: assetId, revision: 1, changedAt: '', entry })?.lines ?? []).length > 0
  );
};

/** A new recording with that history, and a shelf that was asked in between. */
async function after(history: readonly (Event | 'search')[]) {
  const id = await ready();
  const shelf = new SearchShelf(library);
  const search = searcher(shelf);
  for (const step of history) await (step === 'search' ? search('loi') : EVENTS[step](id));
  const listed = listedOf(await find(id));
  const isGone = versionIn(history, 'file') === 2;
  const lines = [
    LINES[versionIn(history, 'captions')],
    ENGLISH_LINES[versionIn(history, 'English captions')],
  ];
  const line = (listed?.language === 'en' ? lines.toReversed() : lines).find((words) => words);
  return { id, shelf, isListed: listed !== undefined, isGone, line };
}
type Outcome = Omit<Awaited<ReturnType<typeof after>>, 'shelf'>;

/** Words that lie in the table are read, or they are about to be deleted. */
async function expectStored({ id, isGone }: Outcome): Promise<void> {
  const stored = await library.storedWords(id);
  for (const item of stored.filter(({ lines }) => (lines as []).length > 0)) {
    expect('expiresAt' in item).toBe(isGone);
    expect('gsi1pk' in item).toBe(!isGone);
  }
}

async function expectFound(shelf: SearchShelf, { id, isListed, isGone, line }: Outcome): Promise<void> {
  const { materials } = await searcher(shelf)('loi thu');
  if (!isListed) expect(holdsWords(shelf, id)).toBe(false);
  // What is listed while its file goes is told of as kept within the hour.
  if (isListed && isGone) return;
  const found = materials.find(({ materialId }) => materialId === id);
  expect(found?.lines.map(({ text }) => text)).toEqual(isListed && line ? [line] : undefined);
}

describe('words of a recording, in whichever order things happen and are told', () => {
  const steps = [...NAMES, ...NAMES, 'issue', 'search', 'search'] as const;
  const history = fc.array(fc.constantFrom(...steps), { maxLength: 10 });

  test('are found while it is listed, in memory only then, and read by nobody once its file is given up', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (happened) => {
        const { shelf, ...outcome } = await after(happened);
        await expectStored(outcome);
        await expectFound(shelf, outcome);
        await expectFound(new SearchShelf(library), outcome);
        // What is found for one history is not to be in the way of the next.
        await decide(outcome.id, 'withdraw');
      }),
      { numRuns: 25 },
    );
  });

  test('given up twice they are deleted once, and one that is kept brings them back', async () => {
    const id = await ready();
    await decide(id, 'issue');
    await say(id, 'ghi nhớ mật mã');
    await decide(id, 'withdraw');
    await hear(id, true, 2);
    const [first] = await library.storedWords(id);
    await hear(id, true, 2);
    expect(await library.storedWords(id)).toEqual([first]);
    const search = searcher();
    expect((await search('ghi nho')).total).toBe(0);
    await hear(id, false, 3);
    await decide(id, 'reinstate');
    expect((await search('ghi nho')).total).toBe(1);
    await decide(id, 'withdraw');
  });

  test('words that come when the file is given up already are put away with it', async () => {
    const id = ulid();
    await hear(id, true, 2);
    await say(id, 'đến muộn');
    expect(await library.storedWords(id)).toMatchObject([{ expiresAt: expect.any(Number) }]);
  });
});

describe('a file that became ready', () => {
  test('has its material, whatever becomes of words that came before it', async () => {
    const assetId = ulid();
    const settle = () => Promise.reject(new Error('The table is busy'));
    const tools = { ...library, transcripts: { settle } };
    const told = { about, file: { assetId, kind: 'video' as const }, version: 1 };
    await expect(takeReadyFile(tools, told, now(), causeOf('maker'))).rejects.toThrow('busy');
    expect(await find(assetId)).toMatchObject({ draft: { state: 'submitted' } });
  });
});

describe('words in several languages', () => {
  test('those of the language that the next version of the same file is in', async () => {
    const [warm, id] = [searcher(), await ready()];
    await decide(id, 'issue');
    await say(id, 'buổi sáng', 1);
    await say(id, 'good morning', 1, 'en');
    expect((await warm('buoi sang')).total).toBe(1);
    // An hour later, so that the words of the first are not read again as what may have been missed.
    await say(ulid(), 'chuyện khác');
    expect((await warm('buoi sang')).total).toBe(1);
    await handInAs('en', id);
    await decide(id, 'issue');
    for (const search of [warm, searcher()]) {
      expect((await search('good morning')).total).toBe(1);
      expect((await search('buoi sang')).total).toBe(0);
    }
    await decide(id, 'withdraw');
  });

  test('those of its own are searched; once they are withdrawn, the others', async () => {
    const search = searcher();
    const id = await ready();
    await decide(id, 'issue');
    await say(id, 'xin chào', 1);
    await say(id, 'good morning', 2, 'en');
    expect((await search('xin chao')).total).toBe(1);
    expect((await search('good morning')).total).toBe(0);
    await takeBack(id, 3);
    expect((await search('good morning')).total).toBe(1);
    await say(id, 'xin chào lại', 4);
    expect((await search('chao lai')).total).toBe(1);
    expect((await search('good morning')).total).toBe(0);
  });
});
