import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TryStore } from '../../shared/store/try-store.ts';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { decideMaterial, ifThere } from './commands/decide-material.ts';
import { closeTvCode, materialOfCode, openTvCode } from './commands/open-tv-code.ts';
import { openMaterial, rateMaterial } from './commands/read-material.ts';
import { takeReadyAsset } from './commands/take-ready-asset.ts';
import { createMaterial, editMaterial, submitMaterial } from './commands/write-material.ts';
import { appraise, reinstate, withdraw } from './domain/appraisal.ts';
import { type Collection, collectionsOf } from './domain/collections.ts';
import { type About, checksFor } from './domain/edition.ts';
import { listedOf } from './domain/material.ts';
import { drawnTvCode } from './drawn-tv-code.ts';
import { FileStore } from './file-store.ts';
import { ListingStore } from './listing-store.ts';
import { ReaderStore } from './reader-store.ts';
import { MaterialStore } from './store.ts';
import { TvCodeStore } from './tv-code-store.ts';

const start = Date.parse('2026-11-26T02:00:00.000Z');
/** Every change of a test has an instant of its own, as changes of one material have. */
let ticks = 0;
const now = () => new Date(start + ticks++ * 1000).toISOString();
const causeOf = (actor: string, at = now()) => ({ actor, at, correlationId: 'test', causationId: ulid() });
const about: About = {
  ...{ title: 'Nhận ra lừa đảo', summary: '', language: 'vi', peopleShown: 'nobody' },
  ...{ licence: 'CC BY 4.0', source: 'Trung tâm' },
  ...{ tracks: ['security', 'ai'], audiences: [], competenceCodes: ['4.2'] },
};

let service: ServiceTable;
let materials: MaterialStore;
let listings: ListingStore;
let readers: ReaderStore;
let codes: TvCodeStore;
let tries: TryStore;

beforeAll(async () => {
  service = await startServiceTable();
  materials = new MaterialStore(service.db, service.table);
  listings = new ListingStore(service.db, service.table);
  readers = new ReaderStore(service.db, service.table);
  codes = new TvCodeStore(service.db, service.table);
  tries = new TryStore(service.db, service.table);
});
afterAll(() => service.stop());

const handedIn = async (over: Partial<About> = {}) => {
  const assetId = ulid();
  const file = { kind: 'video', assetId, courseId: ulid(), lessonNo: 1 } as const;
  await takeReadyAsset(materials, { ...about, ...over }, file, causeOf('maker'));
  return assetId;
};

const decide = {
  issue: (id: string) =>
    decideMaterial(
      materials,
      id,
      (was) =>
        appraise(was, {
          ...{ verdict: 'issued', revision: was.revision, checks: checksFor('video') },
          ...{ by: 'head', at: now() },
        }),
      causeOf('head'),
    ),
  withdraw: (id: string) =>
    decideMaterial(
      materials,
      id,
      (was) => withdraw(was, { reason: 'wrong' }, { by: 'head', at: now() }),
      causeOf('head'),
    ),
  reinstate: (id: string) =>
    decideMaterial(materials, id, (was) => reinstate(was, { by: 'head', at: now() }), causeOf('head')),
};

const issued = async (over: Partial<About> = {}) => {
  const id = await handedIn(over);
  await decide.issue(id);
  return id;
};

const idsOn = async (collection: Collection) => {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listings.list(collection, {}, cursor);
    if (page === 'invalid-cursor') throw new Error(page);
    found.push(...page.cards.map(({ materialId }) => materialId));
    cursor = page.next;
  } while (cursor);
  return found;
};

const collectionsNow = async (id: string): Promise<Collection[]> => {
  const material = await materials.find(id);
  const listed = material && listedOf(material);
  return listed ? collectionsOf(listed) : [];
};

const eventsOf = async (id: string) => {
  const { Item } = await service.db.send(
    new GetCommand({
      TableName: service.table,
      Key: { pk: 'MATERIALS', sk: `MATERIAL#${id}` },
    }),
  );
  return ((Item?.outbox ?? []) as { detailType: string }[]).map(({ detailType }) => detailType);
};

describe('a file that became ready', () => {
  it('becomes one material, however often and however late the news comes', async () => {
    const id = await handedIn();
    const file = { kind: 'video', assetId: id } as const;
    expect(await takeReadyAsset(materials, about, file, causeOf('maker'))).toBe('exists');
    await decide.issue(id);
    expect(await takeReadyAsset(materials, about, file, causeOf('maker'))).toBe('exists');
    expect(listedOf((await materials.find(id)) as never)).toMatchObject({ version: 1 });
  });

  it('waits, longest first, until it is decided about', async () => {
    const [first, second] = [await handedIn(), await handedIn()];
    const waiting = async () => {
      const page = await materials.listWaiting(undefined);
      return page === 'invalid-cursor' ? [] : page.materials.map(({ materialId }) => materialId);
    };
    expect((await waiting()).slice(-2)).toEqual([first, second]);
    await decide.issue(first);
    expect(await waiting()).not.toContain(first);
    await decide.issue(second);
    expect(await materials.listWaiting('x')).toBe('invalid-cursor');
  });
});

describe('a file that was given up', () => {
  it('is listed by no decision, until it is told of as ready again', async () => {
    const files = new FileStore(service.db, service.table);
    const id = await issued();
    await decide.withdraw(id);
    expect(await files.saveNews({ assetId: id, isGone: true, version: 8 })).toBe('saved');
    const putBack = () =>
      decideMaterial(
        materials,
        id,
        (was) => ifThere(files, was, reinstate(was, { by: 'head', at: now() })),
        causeOf('head'),
      );
    expect(await putBack()).toBe('file-gone');
    expect(await decide.reinstate(id), 'not even by who looked a moment too early').toBe('conflict');
    const was = (await materials.find(id)) ?? expect.fail('gone');
    const next = await editMaterial(materials, was, { revision: was.revision, about }, causeOf('maker'));
    if (typeof next === 'string') return expect.fail(next);
    const handIn = () => submitMaterial({ materials, files }, next, next.revision, causeOf('maker'));
    expect(await handIn()).toBe('file-gone');
    expect(await files.saveNews({ assetId: id, isGone: false, version: 7 }), 'of before').toBe('older');
    expect(await files.saveNews({ assetId: id, isGone: false, version: 9 })).toBe('saved');
    expect(await handIn()).toMatchObject({ draft: { state: 'submitted' } });
    expect(await putBack()).toMatchObject({ issued: { version: 1 } });
  });
});

describe('what is listed', () => {
  it('stands in each of its collections, and in none once it is withdrawn', async () => {
    const id = await issued();
    const collections: Collection[] = ['all', 'track-security', 'track-ai', 'competence-4.2'];
    for (const collection of collections) expect((await idsOn(collection))[0]).toBe(id);
    expect(await eventsOf(id)).toEqual(['MaterialIssued.v1']);
    await decide.withdraw(id);
    for (const collection of collections) expect(await idsOn(collection)).not.toContain(id);
    expect(await eventsOf(id)).toEqual(['MaterialWithdrawn.v1']);
    expect((await materials.decisionsOn(id)).map(({ verdict }) => verdict)).toEqual(['issued', 'withdrawn']);
  });

  it('is paged and narrowed', async () => {
    const made = await Promise.all(
      Array.from({ length: 30 }, () => issued({ tracks: ['stem'], language: 'en' })),
    );
    expect((await idsOn('track-stem')).sort()).toEqual([...made].sort());
    const older = await issued({ tracks: ['stem'], audiences: ['older'] });
    const page = await listings.list(
      'track-stem',
      { language: 'vi', kind: 'video', audience: 'older' },
      undefined,
    );
    expect(page).toMatchObject({ cards: [{ materialId: older }] });
    const [card] = page === 'invalid-cursor' ? [] : page.cards;
    for (const unshown of ['assetId', 'peopleShown', 'editedBy']) expect(card).not.toHaveProperty(unshown);
    const everybody = await listings.list('track-stem', { audience: 'teachers' }, undefined);
    expect(everybody !== 'invalid-cursor' && everybody.cards.length).toBe(24);
    expect(await listings.list('track-stem', {}, 'x')).toBe('invalid-cursor');
  });

  it('is counted exactly, whatever is decided twice, out of order or at one time', async () => {
    const step = fc.record({
      which: fc.nat({ max: 2 }),
      what: fc.constantFrom('issue', 'withdraw', 'reinstate'),
      twice: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const before = await listings.counts();
        const ids = await Promise.all([handedIn(), handedIn({ tracks: ['stem'] }), handedIn()]);
        for (const { which, what, twice } of steps) {
          const id = ids[which] ?? '';
          await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => decide[what](id)));
        }
        const after = await listings.counts();
        const joined = (await Promise.all(ids.map(collectionsNow))).flat();
        for (const collection of new Set([...Object.keys(after), ...joined])) {
          const more = joined.filter((one) => one === collection).length;
          expect(after[collection] ?? 0).toBe((before[collection] ?? 0) + more);
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('readers', () => {
  it('count once each, by their last word, also when they speak at one time', async () => {
    const id = await issued();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 6 }),
        async (said) => {
          await Promise.all(
            said.map(async ([person, understood]) => {
              const rate = () =>
                rateMaterial({ materials, readers }, { materialId: id, understood }, causeOf(`${person}`));
              if ((await rate()) === 'conflict') await rate();
            }),
          );
          const words = await Promise.all(['a', 'b', 'c'].map((person) => readers.findRating(id, person)));
          const { understood, notUnderstood } = await readers.figuresOf(id);
          expect(understood).toBe(words.filter((word) => word?.understood).length);
          expect(notUnderstood).toBe(words.filter((word) => word && !word.understood).length);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('open a material once a day each', async () => {
    const id = await issued();
    const open = (person: string, at: string) =>
      openMaterial({ materials, readers }, id, causeOf(person, at));
    const today = '2026-11-26T10:00:00.000Z';
    expect(await open('a', today)).toBe('saved');
    expect(await open('a', today)).toBe('repeated');
    expect(await open('b', today)).toBe('saved');
    expect(await open('a', '2026-11-27T10:00:00.000Z')).toBe('saved');
    expect((await readers.figuresOf(id)).openings).toBe(3);
    expect(await openMaterial({ materials, readers }, ulid(), causeOf('a'))).toBe('not-found');
  });
});

describe('a code for televisions', () => {
  const open = (materialId: string, requestKey = ulid(), drawn = drawnTvCode(), at = now()) =>
    openTvCode({ materials, codes }, { materialId, drawn, requestKey }, causeOf('teacher', at));

  const typed = (code: string, at = now(), address = 'hall', via = 'edge') =>
    materialOfCode({ codes, tries }, { code, sender: { address, via } }, at);

  it('opens its material until another one takes its place, or somebody ends it', async () => {
    const id = await issued();
    const first = await open(id, 'the-same-key');
    if (typeof first === 'string') throw new Error(first);
    expect(await typed(first.code, now())).toMatchObject({ materialId: id });
    expect(await open(id, 'the-same-key')).toMatchObject({ code: first.code });
    const second = await open(id);
    expect(await typed(first.code, now())).toBe('not-found');
    await closeTvCode(codes, id, causeOf('teacher'));
    expect(typeof second !== 'string' && (await typed(second.code, now()))).toBe('not-found');
    expect(typeof (await open(id))).toBe('object');
  });

  it('ends with the day, and its digits may then be drawn for another material', async () => {
    const [one, other] = [await issued(), await issued()];
    const drawn = drawnTvCode();
    expect(await open(one, ulid(), drawn)).toMatchObject({ closesAt: '2026-11-26T17:00:00.000Z' });
    expect(await open(other, ulid(), drawn)).toBe('conflict');
    const tomorrow = '2026-11-27T02:00:00.000Z';
    expect(await typed(drawn.code, tomorrow)).toBe('not-found');
    expect(await open(other, ulid(), drawn, tomorrow)).toMatchObject({ code: drawn.code });
    expect(await open(one, ulid(), drawnTvCode(), tomorrow)).toMatchObject({ materialId: one });
    expect(await typed(drawn.code, tomorrow)).toMatchObject({ materialId: other });
  });

  it('is not found by trying: after so many wrong ones an address is answered no more for the hour', async () => {
    const id = await issued();
    const at = '2026-11-26T09:10:00.000Z';
    const tvCode = await open(id, ulid(), drawnTvCode(), at);
    if (typeof tvCode === 'string') throw new Error(tvCode);
    for (let guess = 0; guess < 60; guess += 1)
      expect(await typed('no-code', at, 'guesser')).toBe('not-found');
    expect(await typed(tvCode.code, at, 'guesser')).toBe('too-many-codes');
    expect(await typed(tvCode.code, at, 'hall')).toMatchObject({ materialId: id });
    const next = '2026-11-26T10:00:00.000Z';
    expect(await typed(tvCode.code, next, 'guesser')).toMatchObject({ materialId: id });
  });

  it('is not found by one machine that makes addresses up, which shuts nobody else out', async () => {
    const at = '2026-11-28T04:30:00.000Z';
    const Item = { pk: 'WRONG-CODES#via#machine', sk: at.slice(0, 13), wrong: 239 };
    await service.db.send(new PutCommand({ TableName: service.table, Item }));
    expect(await typed('000000', at, 'made-up-1', 'machine')).toBe('not-found');
    expect(await typed('000000', at, 'made-up-2', 'machine')).toBe('too-many-codes');
    expect(await typed('000000', at, 'hall')).toBe('not-found');
  });

  it('is not found by all addresses together either', async () => {
    const at = '2026-11-26T11:10:00.000Z';
    const id = await issued();
    const tvCode = await open(id, ulid(), drawnTvCode(), at);
    if (typeof tvCode === 'string') throw new Error(tvCode);
    const Item = { pk: 'WRONG-CODES#addresses', sk: at.slice(0, 13), wrong: 3_000 };
    await service.db.send(new PutCommand({ TableName: service.table, Item }));
    expect(await typed(tvCode.code, at)).toBe('too-many-codes');
  });
});

describe('a link', () => {
  it('is made once by requests with the same key', async () => {
    const command = { materialId: ulid(), kind: 'link', about, requestKey: 'link-key' } as const;
    const made = await createMaterial(materials, command, causeOf('maker'));
    const again = await createMaterial(materials, { ...command, materialId: ulid() }, causeOf('maker'));
    expect(again.materialId).toBe(made.materialId);
  });
});
