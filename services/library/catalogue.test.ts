import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { CatalogueStore } from './catalogue-store.ts';
import { decideMaterial } from './commands/decide-material.ts';
import { keepTranscript } from './commands/keep-transcript.ts';
import { takeReadyAsset } from './commands/take-ready-asset.ts';
import { appraise, reinstate, withdraw } from './domain/appraisal.ts';
import { type About, checksFor } from './domain/edition.ts';
import type { Repository } from './domain/oai/response.ts';
import { oaiSets } from './messages.ts';
import { answerHarvester } from './queries/answer-harvester.ts';
import { searchMaterials } from './queries/search-materials.ts';
import { SearchShelf } from './search-shelf.ts';
import { MaterialStore } from './store.ts';

const START = Date.parse('2026-11-26T02:00:00.000Z');
let ticks = 0;
const now = () => new Date(START + ticks++ * 1000).toISOString();
const causeOf = (actor: string) => ({ actor, at: now(), correlationId: 'test', causationId: ulid() });
const about: About = {
  ...{ title: 'Nhận ra lừa đảo', summary: '', language: 'vi', peopleShown: 'nobody' },
  ...{ licence: 'CC BY 4.0', source: 'Trung tâm' },
  ...{ tracks: ['security'], audiences: [], competenceCodes: ['4.2'] },
};

let service: ServiceTable;
let materials: MaterialStore;
let catalogue: CatalogueStore;

beforeAll(async () => {
  service = await startServiceTable();
  materials = new MaterialStore(service.db, service.table);
  catalogue = new CatalogueStore(service.db, service.table);
});
afterAll(() => service.stop());

const decide = (id: string, how: 'issue' | 'withdraw' | 'reinstate') => {
  const by = { by: 'head', at: now() };
  return decideMaterial(
    materials,
    id,
    (was) => {
      if (how === 'withdraw') return withdraw(was, { reason: 'wrong' }, by);
      if (how === 'reinstate') return reinstate(was, by);
      const { revision } = was;
      return appraise(was, { ...by, verdict: 'issued', revision, checks: checksFor('video') });
    },
    causeOf('head'),
  );
};

async function issued(title: string, more: Partial<About> = {}, place: { lessonNo?: number } = {}) {
  const assetId = ulid();
  const file = { kind: 'video', assetId, courseId: ulid(), lessonNo: 1, ...place } as const;
  await takeReadyAsset(materials, { ...about, ...more, title }, file, causeOf('maker'));
  await decide(assetId, 'issue');
  return assetId;
}

const captions = (words: string) =>
  `WEBVTT\n\n00:01.000 --> 00:02.000\nXin chào\n\n01:05.000 --> 01:08.000\n${words}\n`;
const say = (assetId: string, words: string, version = 1) =>
  keepTranscript(
    { store: catalogue, texts: { read: async () => captions(words) } },
    { assetId, language: 'vi', path: '/media/x.vtt', version, at: now() },
  );

/** A shelf that asks at once: its clock is far ahead of the last time. */
function searcher() {
  const shelf = new SearchShelf(catalogue);
  let asked = START;
  return async (q: string) => {
    asked += 3_600_000;
    await shelf.freshen(new Date(asked).toISOString());
    return searchMaterials(shelf, { q });
  };
}

describe('searching what is listed', () => {
  test('finds it once it is issued, loses it once it is withdrawn, and has it again when it is put back', async () => {
    const search = searcher();
    const id = await issued('Quét mã thanh toán');
    const ids = async () => (await search('thanh toan')).materials.map(({ materialId }) => materialId);
    expect(await ids()).toEqual([id]);
    await decide(id, 'withdraw');
    expect(await ids()).toEqual([]);
    await decide(id, 'reinstate');
    expect(await ids()).toEqual([id]);
  });

  test('by the name of its track and of its competence', async () => {
    const search = searcher();
    const id = await issued('Bài mở đầu', { tracks: ['computational-thinking'], competenceCodes: ['3.4'] });
    const [found] = (await search('tu duy may tinh')).materials;
    expect(found?.materialId).toBe(id);
    expect((await search('lap trinh')).total).toBe(1);
  });

  test('by what is said in it, with the place; whichever of the two came first', async () => {
    const search = searcher();
    const id = await issued('Điện thoại mới');
    expect((await search('ghi nho mat ma')).total).toBe(0);
    await say(id, 'hãy ghi nhớ mật mã');
    const [found] = (await search('ghi nho mat ma')).materials;
    expect(found).toMatchObject({
      materialId: id,
      lines: [{ startMs: 65_000, text: 'hãy ghi nhớ mật mã' }],
    });
    const early = ulid();
    await say(early, 'nói trước khi duyệt');
    const file = { kind: 'video', assetId: early } as const;
    await takeReadyAsset(materials, about, file, causeOf('maker'));
    await decide(early, 'issue');
    expect((await search('noi truoc khi duyet')).total).toBe(1);
  });

  test('not by what is said in a lesson that is for those who are enrolled', async () => {
    const search = searcher();
    const id = await issued('Bài hai', {}, { lessonNo: 2 });
    await say(id, 'bí mật của lớp');
    expect((await search('bi mat cua lop')).total).toBe(0);
    expect((await search('bai hai')).materials).toMatchObject([{ materialId: id, lines: [] }]);
  });

  test('newer captions replace older ones in whichever order they come', async () => {
    const search = searcher();
    const id = await issued('Hai lần');
    await say(id, 'lời sau cùng', 2);
    await say(id, 'lời đầu tiên', 1);
    expect((await search('loi sau cung')).total).toBe(1);
    expect((await search('loi dau tien')).total).toBe(0);
  });
});

describe('harvesting', () => {
  const repository: Repository = {
    ...{
      baseUrl: 'http://centre.example/v1/oai',
      domain: 'centre.example',
      name: 'x',
      adminEmail: 'a@b.example',
    },
    placeOf: (id) => ({ address: `http://centre.example/thu-vien/hoc-lieu?id=${id}`, publisher: 'TT' }),
  };
  const ask = (query: string, at = '2027-01-01T00:00:00.000Z') =>
    answerHarvester({ repository, sets: oaiSets, store: catalogue }, new URLSearchParams(query), at);
  const identifiersIn = (xml: string) =>
    [...xml.matchAll(/<identifier>oai:[^:]*:(\w+)</g)].map(([, id]) => id);
  const tokenIn = (xml: string) => /<resumptionToken>([^<]*)</.exec(xml)?.[1];

  async function harvestAll(first: string, verb = 'ListIdentifiers') {
    const seen: (string | undefined)[] = [];
    let xml = await ask(first);
    for (let answers = 1; ; answers += 1) {
      seen.push(...identifiersIn(xml));
      const token = tokenIn(xml);
      if (!token) return { seen, answers, last: token };
      xml = await ask(`verb=${verb}&resumptionToken=${token}`);
    }
  }

  test('one record, in both formats; one that was withdrawn is told as deleted', async () => {
    const id = await issued('Bản ghi & <dấu>');
    const get = (prefix: string) =>
      ask(`verb=GetRecord&identifier=oai:centre.example:${id}&metadataPrefix=${prefix}`);
    expect(await get('oai_dc')).toContain('<dc:title>Bản ghi &amp; &lt;dấu&gt;</dc:title>');
    expect(await get('lom')).toContain('<langstring xml:lang="vi">Bản ghi &amp; &lt;dấu&gt;</langstring>');
    await decide(id, 'withdraw');
    const gone = await get('oai_dc');
    expect(gone).toContain('<header status="deleted">');
    expect(gone).not.toContain('Bản ghi');
  });

  test('nothing is told of a material that was never issued', async () => {
    const file = { kind: 'video', assetId: ulid() } as const;
    await takeReadyAsset(materials, about, file, causeOf('maker'));
    const answer = await ask(
      `verb=GetRecord&identifier=oai:centre.example:${file.assetId}&metadataPrefix=lom`,
    );
    expect(answer).toContain('code="idDoesNotExist"');
  });

  test('a long list comes in parts, every record once, and its end is told', async () => {
    const from = new Date(START + ticks * 1000).toISOString().replace(/\.\d+/, '');
    const made: string[] = [];
    for (let n = 0; n < 105; n += 1) made.push(await issued(`Bài ${n}`));
    const { seen, answers, last } = await harvestAll(
      `verb=ListIdentifiers&metadataPrefix=oai_dc&from=${from}`,
    );
    expect(answers).toBe(2);
    expect(last).toBe('');
    expect(seen.toSorted()).toEqual(made.toSorted());
  });

  test.each(['from=2030-01-01', 'until=2010-01-01'])(
    'nothing changed at %s, which is no fault',
    async (when) => {
      expect(await ask(`verb=ListRecords&metadataPrefix=oai_dc&${when}`)).toContain('code="noRecordsMatch"');
    },
  );

  test('a set has its own, and tells of what is gone; from and until bound it', async () => {
    const from = new Date(START + ticks * 1000).toISOString().replace(/\.\d+/, '');
    const stem = await issued('Robot', { tracks: ['stem'] });
    await issued('Ví điện tử', { tracks: ['everyday-skills'] });
    const listed = await ask(`verb=ListRecords&metadataPrefix=lom&set=track:stem&from=${from}`);
    expect(identifiersIn(listed)).toEqual([stem]);
    expect(tokenIn(listed)).toBeUndefined();
    expect(await ask(`verb=ListRecords&metadataPrefix=lom&until=2020-06-01`)).toContain(
      'code="noRecordsMatch"',
    );
    await decide(stem, 'withdraw');
    expect(
      identifiersIn(await ask(`verb=ListRecords&metadataPrefix=lom&set=track:stem&from=${from}`)),
    ).toContain(stem);
  });

  test.each(['nonsense', Buffer.from('{"until":1}').toString('base64url'), ''])(
    'the token "%s" is refused',
    async (token) => {
      expect(await ask(`verb=ListRecords&resumptionToken=${token}`)).toContain('code="badResumptionToken"');
    },
  );

  test('the arguments are repeated, but for a request that was not understood', async () => {
    expect(await ask('verb=ListSets')).toContain('<request verb="ListSets">');
    expect(await ask('verb=Nonsense')).toContain('<request>http://centre.example/v1/oai</request>');
  });
});
