import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { editMaterial, submitMaterial } from './commands/write-material.ts';
import type { Material } from './domain/material.ts';
import { about, causeOf, decide, library, ready, searcher, useLibrary, write } from './library.suite.ts';

useLibrary();

const kind = 'document';
const leaflet = (more: Partial<typeof about> = {}, place: { courseId?: string } = {}) =>
  ready({ title: 'Tờ hướng dẫn', competenceCodes: [], ...more }, { kind, ...place });

/** What a search finds, with its lines. */
function lines() {
  const search = searcher();
  return async (q: string) =>
    (await search(q)).materials.map(({ materialId, lines: found }) => ({ materialId, lines: found }));
}

test('a document is found by the words of a page, with the page; whichever of the two came first', async () => {
  const search = lines();
  const id = await leaflet();
  await write(id, ['Mật khẩu mạnh', '', 'Đừng đọc mã OTP']);
  expect(await search('dung doc ma')).toEqual([]);
  await decide(id, 'issue');
  const found = [{ materialId: id, lines: [{ page: 3, text: 'Đừng đọc mã OTP' }] }];
  expect(await search('dung doc ma')).toEqual(found);
  const late = await leaflet();
  await decide(late, 'issue');
  await write(late, ['Ví điện tử']);
  expect(await search('vi dien tu')).toEqual([
    { materialId: late, lines: [{ page: 1, text: 'Ví điện tử' }] },
  ]);
});

test('what is told again changes nothing, and what is told late replaces nothing newer', async () => {
  const search = lines();
  const id = await leaflet();
  await decide(id, 'issue');
  for (const version of [5, 5, 4]) await write(id, [version === 5 ? 'Bản in sau' : 'Bản in trước'], version);
  expect(await search('ban in sau')).toHaveLength(1);
  expect(await search('ban in truoc')).toEqual([]);
});

test('the pages of a lesson that is for those who are enrolled are found by nobody', async () => {
  const search = lines();
  const id = await leaflet({ title: 'Bài hai' }, { courseId: ulid() });
  await write(id, ['Bí mật của lớp']);
  await decide(id, 'issue');
  expect(await search('bi mat cua lop')).toEqual([]);
  expect(await search('bai hai')).toEqual([{ materialId: id, lines: [] }]);
});

test('a scan is found by its title alone', async () => {
  const search = lines();
  const id = await leaflet({ title: 'Bản chụp sổ tay' });
  await decide(id, 'issue');
  await write(id, ['', '']);
  expect(await search('chup so tay')).toEqual([{ materialId: id, lines: [] }]);
});

test('the words are those of the file that is issued: of the next version once that is', async () => {
  const search = lines();
  const id = await leaflet();
  await write(id, ['Giá vé năm ngoái']);
  await decide(id, 'issue');
  // Not handed in by itself: its file is to be the next version's.
  const file = await leaflet({ tracks: [] });
  await write(file, ['Lệ phí năm nay']);
  const { materials } = library;
  const find = async () => (await materials.find(id)) as Material;
  const was = await find();
  const cause = causeOf('maker');
  await editMaterial(materials, was, { revision: was.revision, about, assetFrom: file }, cause);
  const draft = await find();
  const files = { isGone: async () => false };
  await submitMaterial({ materials, files }, draft, draft.revision, cause);
  expect(await search('gia ve nam ngoai')).toHaveLength(1);
  expect(await search('le phi nam nay')).toEqual([]);
  await decide(id, 'issue');
  expect(await search('gia ve nam ngoai')).toEqual([]);
  expect(await search('le phi nam nay')).toEqual([
    { materialId: id, lines: [{ page: 1, text: 'Lệ phí năm nay' }] },
  ]);
});
