import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scormPackage } from '../../../../tests/support/scorm-package.ts';
import { tinyPdf, WITH_PASSWORD } from '../../../../tests/support/tiny-pdf.ts';
import type { PaperMessage } from '../../paper-queue.ts';
import {
  arrive,
  delivered,
  eventsOf,
  type Pipeline,
  startPipeline,
  takePaperWork,
  upload,
  workOnPaper,
} from '../../pipeline.suite.ts';
import { zipOf } from '../zip-fixture.ts';

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
});
afterAll(() => pipeline?.stop());

const pdf = tinyPdf(Array.from({ length: 9 }, (_, at) => ({ lines: [`Trang ${at + 1}`], size: [200, 120] })));

async function sent(file: Buffer): Promise<{ assetId: string; work: PaperMessage[] }> {
  const arrival = await upload(pipeline, file);
  await arrive(pipeline, arrival);
  return { assetId: arrival.assetId, work: await takePaperWork(pipeline) };
}

const find = (assetId: string) => pipeline.tools.store.find(assetId);

describe('a document', () => {
  test('becomes pages and words, however often and in whatever order its work is delivered', async () => {
    const { assetId, work } = await sent(pdf);
    expect(work.map(({ task, kind }) => [task, kind])).toEqual([['examine', 'document']]);
    for (const message of [...work, ...work]) await workOnPaper(pipeline, message);
    const groups = await takePaperWork(pipeline);
    expect(groups.map(({ task }) => task)).toEqual(['pages-0', 'pages-1', 'pages-0', 'pages-1']);
    for (const message of groups.toReversed()) await workOnPaper(pipeline, message);
    const finishes = await takePaperWork(pipeline);
    expect(new Set(finishes.map(({ task }) => task))).toEqual(new Set(['finish']));
    for (const message of [...finishes, ...groups, ...work]) await workOnPaper(pipeline, message);
    const recording = await find(assetId);
    expect(recording).toMatchObject({
      kind: 'document',
      state: { status: 'ready' },
      extras: { document: { pages: 9, text: { path: expect.stringMatching(/text\.json$/) } } },
    });
    const names = Object.keys(await delivered(pipeline, assetId)).map((name) => name.slice(65));
    expect(names).toHaveLength(9 * 2 + 3);
    expect(names).toEqual(expect.arrayContaining(['original.pdf', 'text.json', 'pages/0009-1600.webp']));
    const events = await eventsOf(pipeline, assetId);
    expect(events).toEqual(['UploadReceived.v1', 'MediaReady.v1']);
  });

  test('with a password is rejected once and for all', async () => {
    const { assetId, work } = await sent(tinyPdf([{ lines: ['Mật'] }], WITH_PASSWORD));
    for (const message of work) await workOnPaper(pipeline, message);
    expect((await find(assetId))?.state).toEqual({ status: 'rejected', rejection: { code: 'ENCRYPTED' } });
    expect(await eventsOf(pipeline, assetId)).toEqual(['UploadReceived.v1', 'TranscodeFailed.v1']);
    expect(await takePaperWork(pipeline)).toEqual([]);
  });
});

test('a picture becomes every size, with its title where nobody said what it shows', async () => {
  const file = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();
  const { assetId, work } = await sent(file);
  for (let batch = work; batch.length > 0; batch = await takePaperWork(pipeline))
    for (const message of batch) await workOnPaper(pipeline, message);
  expect(await find(assetId)).toMatchObject({
    kind: 'image',
    state: { status: 'ready' },
    extras: { image: { alt: 'Bài giảng', sizes: [{ width: 320 }, { width: 400, height: 200 }] } },
  });
  expect(Object.keys(await delivered(pipeline, assetId))).toHaveLength(6);
});

describe('a package', () => {
  test('is stored file by file apart from what the site shows, however often its work is delivered', async () => {
    const more = Array.from({ length: 100 }, (_, at) => ({ name: `bài/${at}.png` }));
    const { assetId, work } = await sent(scormPackage(...more));
    for (const message of [...work, ...work]) await workOnPaper(pipeline, message);
    const groups = await takePaperWork(pipeline);
    expect(groups.map(({ task }) => task)).toEqual(['files-0', 'files-1', 'files-0', 'files-1']);
    for (const message of groups.toReversed()) await workOnPaper(pipeline, message);
    for (const message of [...(await takePaperWork(pipeline)), ...groups, ...work])
      await workOnPaper(pipeline, message);
    const recording = await find(assetId);
    const shown = { launch: 'index.html', title: 'Tin nhắn lừa đảo', files: 103 };
    expect(recording).toMatchObject({
      kind: 'package',
      state: { status: 'ready' },
      extras: { package: { ...shown, bytes: expect.any(Number) } },
    });
    expect(await delivered(pipeline, assetId)).toEqual({});
    const files = Object.keys(await delivered(pipeline, assetId, 'packages'));
    expect(files.map((name) => name.slice(65))).toEqual(
      expect.arrayContaining(['imsmanifest.xml', 'index.html', 'bài/99.png']),
    );
    expect(files).toHaveLength(103);
    expect(await eventsOf(pipeline, assetId)).toEqual(['UploadReceived.v1', 'MediaReady.v1']);
  });

  test('whose sizes lie is rejected once and for all, with nothing stored', async () => {
    const { assetId, work } = await sent(scormPackage({ name: 'a.js', says: { bytes: 2 } }));
    for (const message of work) await workOnPaper(pipeline, message);
    expect((await find(assetId))?.state).toEqual({ status: 'rejected', rejection: { code: 'DAMAGED' } });
    expect(await delivered(pipeline, assetId, 'packages')).toEqual({});
    expect(await takePaperWork(pipeline)).toEqual([]);
  });

  test('with its manifest in a folder is refused before a worker sees it', async () => {
    const { assetId, work } = await sent(zipOf(['khoa-hoc/imsmanifest.xml', 'khoa-hoc/index.html']));
    expect(work).toEqual([]);
    expect((await find(assetId))?.state).toMatchObject({ rejection: { code: 'MANIFEST_IN_FOLDER' } });
  });
});
