import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { CatalogueStore } from './catalogue-store.ts';
import { decideMaterial } from './commands/decide-material.ts';
import { keepPageWords } from './commands/keep-page-words.ts';
import { takeReadyAsset } from './commands/take-ready-asset.ts';
import { editMaterial, submitMaterial } from './commands/write-material.ts';
import { appraise } from './domain/appraisal.ts';
import { type About, checksFor } from './domain/edition.ts';
import type { Material } from './domain/material.ts';
import { searchMaterials } from './queries/search-materials.ts';
import { SearchShelf } from './search-shelf.ts';
import { MaterialStore } from './store.ts';

let ticks = Date.parse('2026-11-27T02:00:00.000Z');
const now = () => {
  ticks += 1000;
  return new Date(ticks).toISOString();
};
const causeOf = (actor: string) => ({ actor, at: now(), correlationId: 'test', causationId: ulid() });
const about: About = {
  ...{ title: 'Tờ hướng dẫn', summary: '', language: 'vi', peopleShown: 'nobody' },
  ...{ licence: 'CC BY 4.0', source: 'Trung tâm' },
  ...{ tracks: ['security'], audiences: [], competenceCodes: [] },
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

const ready = async (said: About = about, place: { courseId?: string } = {}) => {
  const assetId = ulid();
  await takeReadyAsset(materials, said, { kind: 'document', assetId, ...place }, causeOf('maker'));
  return assetId;
};
const issue = (id: string) =>
  decideMaterial(
    materials,
    id,
    (was) => {
      const { revision } = was;
      const checks = checksFor('document');
      return appraise(was, { by: 'head', at: now(), verdict: 'issued', revision, checks });
    },
    causeOf('head'),
  );
const write = (assetId: string, pages: readonly string[], version = 1) => {
  const text = JSON.stringify({ pages: pages.map((one) => ({ width: 800, height: 1100, text: one })) });
  const texts = { read: async () => text };
  const of = { assetId, language: 'vi', path: '/media/x/text.json', version, at: now() };
  return keepPageWords({ store: catalogue, texts }, of);
};

/** A shelf that asks at once. */
function searcher() {
  const shelf = new SearchShelf(catalogue);
  return async (q: string) => {
    ticks += 3_600_000;
    await shelf.freshen(now());
    const { materials: found } = searchMaterials(shelf, { q });
    return found.map(({ materialId, lines }) => ({ materialId, lines }));
  };
}

test('a document is found by the words of a page, with the page; whichever of the two came first', async () => {
  const search = searcher();
  const id = await ready();
  await write(id, ['Mật khẩu mạnh', '', 'Đừng đọc mã OTP']);
  expect(await search('dung doc ma')).toEqual([]);
  await issue(id);
  const found = [{ materialId: id, lines: [{ page: 3, text: 'Đừng đọc mã OTP' }] }];
  expect(await search('dung doc ma')).toEqual(found);
  const late = await ready();
  await issue(late);
  await write(late, ['Ví điện tử']);
  expect(await search('vi dien tu')).toEqual([
    { materialId: late, lines: [{ page: 1, text: 'Ví điện tử' }] },
  ]);
});

test('what is told again changes nothing, and what is told late replaces nothing newer', async () => {
  const search = searcher();
  const id = await ready();
  await issue(id);
  for (const version of [5, 5, 4]) await write(id, [version === 5 ? 'Bản in sau' : 'Bản in trước'], version);
  expect(await search('ban in sau')).toHaveLength(1);
  expect(await search('ban in truoc')).toEqual([]);
});

test('the pages of a lesson that is for those who are enrolled are found by nobody', async () => {
  const search = searcher();
  const id = await ready({ ...about, title: 'Bài hai' }, { courseId: ulid() });
  await write(id, ['Bí mật của lớp']);
  await issue(id);
  expect(await search('bi mat cua lop')).toEqual([]);
  expect(await search('bai hai')).toEqual([{ materialId: id, lines: [] }]);
});

test('a scan is found by its title alone', async () => {
  const search = searcher();
  const id = await ready({ ...about, title: 'Bản chụp sổ tay' });
  await issue(id);
  await write(id, ['', '']);
  expect(await search('chup so tay')).toEqual([{ materialId: id, lines: [] }]);
});

test('the words are those of the file that is issued: of the next version once that is', async () => {
  const search = searcher();
  const id = await ready();
  await write(id, ['Giá vé năm ngoái']);
  await issue(id);
  const { licence: _licence, ...unlicensed } = about;
  const file = await ready(unlicensed);
  await write(file, ['Lệ phí năm nay']);
  const find = async () => (await materials.find(id)) as Material;
  const was = await find();
  const cause = causeOf('maker');
  await editMaterial(materials, was, { revision: was.revision, about, assetFrom: file }, cause);
  const draft = await find();
  const files = { isGone: async () => false };
  await submitMaterial({ materials, files }, draft, draft.revision, cause);
  expect(await search('gia ve nam ngoai')).toHaveLength(1);
  expect(await search('le phi nam nay')).toEqual([]);
  await issue(id);
  expect(await search('gia ve nam ngoai')).toEqual([]);
  expect(await search('le phi nam nay')).toEqual([
    { materialId: id, lines: [{ page: 1, text: 'Lệ phí năm nay' }] },
  ]);
});
