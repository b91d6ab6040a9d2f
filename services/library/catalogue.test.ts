import { ulid } from 'ulid';
import { describe, expect, test } from 'vitest';
import type { About } from './domain/edition.ts';
import type { Repository } from './domain/oai/response.ts';
import { decide, library, now, ready, say, searcher, useLibrary } from './library.suite.ts';
import { oaiSets } from './messages.ts';
import { answerHarvester } from './queries/answer-harvester.ts';

useLibrary();

async function issued(title: string, more: Partial<About> = {}, place: { lessonNo?: number } = {}) {
  const assetId = await ready({ ...more, title }, { courseId: ulid(), lessonNo: 1, ...place });
  await decide(assetId, 'issue');
  return assetId;
}

/** The second that begins now, as harvesters name it. */
const thisSecond = () => now().replace(/\.\d+/, '');

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
    await ready({}, { assetId: early });
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
    answerHarvester({ repository, sets: oaiSets, store: library.catalogue }, new URLSearchParams(query), at);
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
    const id = await ready();
    const answer = await ask(`verb=GetRecord&identifier=oai:centre.example:${id}&metadataPrefix=lom`);
    expect(answer).toContain('code="idDoesNotExist"');
  });

  test('a long list comes in parts, every record once, and its end is told', async () => {
    const from = thisSecond();
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
    const from = thisSecond();
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
