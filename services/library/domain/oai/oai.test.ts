import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { CatalogueEntry, CatalogueRecord } from '../catalogue.ts';
import { parseOaiRequest } from './arguments.ts';
import { FORMATS } from './metadata.ts';
import {
  type Answer,
  errorAnswer,
  formatsAnswer,
  identifierOf,
  identifyAnswer,
  listAnswer,
  materialIdOf,
  type Repository,
  recordAnswer,
  setsAnswer,
} from './response.ts';

const SCHEMAS = path.resolve(import.meta.dirname, '../../../../tests/schemas');
const schema = (fileName: string) => ({
  fileName,
  contents: readFileSync(path.join(SCHEMAS, fileName), 'utf8'),
});

/** One schema that brings the others in, so that what stands inside `metadata` is held to its own. */
const EVERYTHING = {
  fileName: 'everything.xsd',
  contents: `<schema xmlns="http://www.w3.org/2001/XMLSchema">
    <import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="OAI-PMH.xsd"/>
    <import namespace="http://www.openarchives.org/OAI/2.0/oai_dc/" schemaLocation="oai_dc.xsd"/>
    <import namespace="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1" schemaLocation="imsmd_rootv1p2p1.xsd"/>
  </schema>`,
};
const OTHERS = ['OAI-PMH.xsd', 'oai_dc.xsd', 'simpledc20021212.xsd', 'imsmd_rootv1p2p1.xsd', 'xml.xsd'].map(
  schema,
);

async function faultsOf(answers: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: answers.map((contents, place) => ({ fileName: `answer-${place}.xml`, contents })),
    schema: EVERYTHING,
    preload: OTHERS,
  });
  return errors.map(({ message }) => message);
}

const repository: Repository = {
  baseUrl: 'https://hoc.example.edu.vn/v1/oai',
  domain: 'hoc.example.edu.vn',
  name: 'TT GDTX Gia Định <học liệu>',
  adminEmail: 'hoc@example.edu.vn',
  placeOf: (materialId) => ({
    address: `https://hoc.example.edu.vn/thu-vien/hoc-lieu?id=${materialId}&x=1`,
    publisher: 'TT GDTX Gia Định',
  }),
};
const answer = (given: Record<string, string>): Answer => ({
  repository,
  at: '2026-11-26T10:00:00.123Z',
  arguments: given,
});

const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const entry: fc.Arbitrary<CatalogueEntry> = fc.record(
  {
    version: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom('video', 'audio', 'image', 'document', 'package', 'link', 'reference'),
    title: line,
    summary: fc.string({ unit: 'binary', maxLength: 40 }),
    language: fc.constantFrom('vi', 'en', 'zh-TW'),
    licence: line,
    source: line,
    tracks: fc.subarray(['stem', 'ai', 'security']),
    audiences: fc.subarray(['older', 'workers']),
    competenceCodes: fc.subarray(['1.1', '4.2', '6.3']),
    access: fc.constantFrom('open', 'enrolled'),
    issuedAt: fc.constant('2026-11-20T08:00:00.000Z'),
    durationMs: fc.integer({ min: 0, max: 9_000_000 }),
    url: fc.webUrl(),
    citation: line,
  },
  {
    noNullPrototype: true,
    requiredKeys: [
      'version',
      'kind',
      'title',
      'summary',
      'language',
      'licence',
      'source',
      'tracks',
      'audiences',
      'competenceCodes',
      'access',
      'issuedAt',
    ],
  },
);
const record: fc.Arbitrary<CatalogueRecord> = fc
  .record({ materialId: fc.ulid(), entry: fc.option(entry, { nil: undefined }) })
  .map(({ materialId, entry: listed }) => ({
    ...{ materialId, revision: 1, changedAt: '2026-11-21T08:00:00.500Z' },
    ...(listed && { entry: listed }),
  }));

describe('answers hold against the published schemas', () => {
  test('every verb and every error', async () => {
    const [one] = fc.sample(record, { numRuns: 1, seed: 1 });
    const codes = [
      'badArgument',
      'badResumptionToken',
      'badVerb',
      'cannotDisseminateFormat',
      'idDoesNotExist',
    ] as const;
    expect(one).toBeDefined();
    const answers = [
      identifyAnswer(answer({ verb: 'Identify' }), '2026-01-01T00:00:00.000Z'),
      formatsAnswer(answer({ verb: 'ListMetadataFormats' })),
      setsAnswer(answer({ verb: 'ListSets' }), [{ spec: 'track:stem', name: 'STEM & <trẻ>' }]),
      ...codes.map((error) => errorAnswer(answer({}), { error, says: 'a < b' })),
    ];
    expect(await faultsOf(answers)).toEqual([]);
  });

  test('records of any content, in both formats, listed and alone', async () => {
    const records = fc.sample(record, { numRuns: 30, seed: 26 });
    const answers = (['oai_dc', 'lom'] as const).flatMap((prefix) => [
      listAnswer(answer({ verb: 'ListRecords', metadataPrefix: prefix }), 'ListRecords', prefix, {
        records,
        resumptionToken: 'abc',
      }),
      listAnswer(answer({ verb: 'ListIdentifiers', metadataPrefix: prefix }), 'ListIdentifiers', prefix, {
        records,
        resumptionToken: '',
      }),
      ...records
        .slice(0, 5)
        .map((one) => recordAnswer(answer({ verb: 'GetRecord', metadataPrefix: prefix }), one, prefix)),
    ]);
    expect(await faultsOf(answers)).toEqual([]);
  });

  test('what a record says, by itself: libxml2 does not look into a wildcard', async () => {
    const entries = fc.sample(entry, { numRuns: 30, seed: 11 });
    const place = repository.placeOf('M1');
    const written = entries.flatMap((one) => [
      FORMATS.oai_dc.write(one, place),
      FORMATS.lom.write(one, place),
    ]);
    expect(await faultsOf(written)).toEqual([]);
  });

  test('what is wrong is seen: the check itself can fail', async () => {
    const good = identifyAnswer(answer({ verb: 'Identify' }), '2026-01-01T00:00:00.000Z');
    const [one] = fc
      .sample(entry, { numRuns: 1, seed: 3 })
      .map((each) => FORMATS.lom.write(each, repository.placeOf('M')));
    expect(await faultsOf([good.replace('2.0</protocolVersion>', '1.1</protocolVersion>')])).not.toEqual([]);
    expect(await faultsOf([(one ?? '').replaceAll('lifecycle>', 'lifeCycle>')])).not.toEqual([]);
  });
});

const asked = (query: string) => parseOaiRequest(new URLSearchParams(query));

describe('requests', () => {
  test.each([
    ['verb=Identify', { verb: 'Identify' }],
    ['verb=ListSets', { verb: 'ListSets' }],
    [
      'verb=GetRecord&identifier=oai:x:1&metadataPrefix=lom',
      { verb: 'GetRecord', identifier: 'oai:x:1', prefix: 'lom' },
    ],
    ['verb=ListRecords&resumptionToken=abc', { verb: 'ListRecords', resumptionToken: 'abc' }],
    [
      'verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-01&until=2026-11-02&set=track:ai',
      {
        verb: 'ListRecords',
        selection: {
          prefix: 'oai_dc',
          from: '2026-11-01T00:00:00.000Z',
          until: '2026-11-02T23:59:59.999Z',
          set: 'track:ai',
        },
      },
    ],
    [
      'verb=ListIdentifiers&metadataPrefix=oai_dc&until=2026-11-02T10:00:00Z',
      { verb: 'ListIdentifiers', selection: { prefix: 'oai_dc', until: '2026-11-02T10:00:00.999Z' } },
    ],
  ])('%s', (query, request) => {
    expect(asked(query)).toEqual(request);
  });

  test.each([
    ['', 'badVerb'],
    ['verb=Nonsense', 'badVerb'],
    ['verb=toString', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&set=a', 'badArgument'],
    ['verb=GetRecord&identifier=a', 'badArgument'],
    ['verb=GetRecord&identifier=a&metadataPrefix=marc', 'cannotDisseminateFormat'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=lom&metadataPrefix=lom', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=lom&resumptionToken=a', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=lom&from=2026-02-30', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=lom&from=yesterday', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=lom&from=2026-01-01&until=2026-01-02T00:00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=lom&from=2026-01-03&until=2026-01-02', 'badArgument'],
    ['verb=ListSets&resumptionToken=a', 'badResumptionToken'],
  ])('%s is refused as %s', (query, error) => {
    expect(asked(query)).toMatchObject({ error });
  });

  test('an identifier leads back to its material, and those of others to none', () => {
    expect(materialIdOf(repository, identifierOf(repository, 'M1'))).toBe('M1');
    expect(materialIdOf(repository, 'oai:elsewhere:M1')).toBeUndefined();
  });
});
