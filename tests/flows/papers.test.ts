import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { searchRoutes } from '../../services/library/contract.ts';
import { mediaRoutes } from '../../services/media/contract.ts';
import { PageTexts } from '../../services/media/contract-papers.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { issueMaterial } from '../support/issue-material.ts';
import { passFor } from '../support/media-pass.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';
import { sendFile } from '../support/send-file.ts';
import { tinyPdf, WITH_PASSWORD } from '../support/tiny-pdf.ts';

let platform: LocalPlatform;
let centre: Centre;
let staff: Client;

beforeAll(async () => {
  platform = await startPlatform();
  centre = await openCentre(platform, { learners: 1 });
  staff = centre.staff['content-staff'];
});
afterAll(() => platform?.stop());

/** The lesson of a course that is open to everybody, and so are the words in it. */
const LESSON = { lessonNo: 1 };

const send = (file: Buffer, title: string, altText?: string) =>
  sendFile(staff, file, { title, ...LESSON, courseId: centre.courseId, ...(altText && { altText }) });

const get = async (path: string) => {
  const pass = await passFor(staff, path.split('/')[2] ?? '');
  return fetch(platform.address + path, { headers: pass });
};

it('a PDF becomes pages and words that a learner finds in the course, and a file that is only ever saved', async () => {
  const pdf = tinyPdf([{ lines: ['Mật khẩu mạnh'] }, { lines: ['Đừng đọc mã OTP'] }]);
  const asset = await send(pdf, 'Tờ hướng dẫn');
  expect(asset).toMatchObject({ status: 'ready', kind: 'document', document: { pages: 2 } });
  const { folder, text, original, widths } = asset.document!;
  for (const { width } of widths) {
    const page = await get(`${folder}/0002-${width}.webp`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'image/webp']);
    const { width: across } = await sharp(Buffer.from(await page.arrayBuffer())).metadata();
    expect(across).toBe(width);
  }
  const words = PageTexts.parse(await (await get(text.path)).json());
  expect(words.pages.map((page) => page.text)).toEqual(['Mật khẩu mạnh', 'Đừng đọc mã OTP']);
  const saved = await get(original.path);
  expect(saved.headers.get('content-disposition')).toBe('attachment');
  expect(Buffer.from(await saved.arrayBuffer()).equals(pdf)).toBe(true);
  const cover = asset.poster ?? '';
  expect((await get(cover)).status).toBe(200);
  // Without a pass nothing is to be had, the cover included, before it is issued.
  for (const path of [text.path, cover, `${folder.replace(/pages$/, 'poster.webp')}`])
    expect((await fetch(platform.address + path)).status).toBe(403);
  await platform.quiet();
  await issueMaterial({ maker: staff, appraiser: centre.admin }, asset.assetId);
  await platform.quiet();
  const [learner] = centre.learners as [Client];
  const { media } = await learner.ok(mediaRoutes.listCourseMedia, { params: { courseId: centre.courseId } });
  expect(media).toMatchObject([{ assetId: asset.assetId, kind: 'document', document: { pages: 2 } }]);
  const shown = await fetch(platform.address + media[0]?.poster);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
  // Who does not know of it finds it by what stands on a page, typed without marks.
  const query = { q: 'dung doc ma otp' };
  const { materials } = await platform.passerBy.ok(searchRoutes.searchMaterials, { query });
  expect(materials).toMatchObject([
    { materialId: asset.assetId, spoken: [], written: [{ page: 2, text: 'Đừng đọc mã OTP' }] },
  ]);
});

it('a picture comes in every size and format, with its words and without what the camera noted', async () => {
  const photo = await sharp({ create: { width: 700, height: 400, channels: 3, background: '#c33' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
  const asset = await send(photo, 'Ổ khóa', 'Một ổ khóa đóng');
  expect(asset).toMatchObject({ status: 'ready', kind: 'image', image: { alt: 'Một ổ khóa đóng' } });
  const { folder, sizes } = asset.image!;
  expect(sizes.map(({ width }) => width)).toEqual([320, 640, 700]);
  for (const [format, type] of [
    ['avif', 'image/avif'],
    ['webp', 'image/webp'],
    ['jpg', 'image/jpeg'],
  ]) {
    const file = await get(`${folder}/w640.${format}`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, type]);
    expect((await sharp(Buffer.from(await file.arrayBuffer())).metadata()).exif).toBeUndefined();
  }
});

it('a PDF with a password is refused with the reason', async () => {
  const asset = await send(tinyPdf([{ lines: ['Mật'] }], WITH_PASSWORD), 'Khóa');
  expect(asset).toMatchObject({ status: 'rejected', reason: 'ENCRYPTED' });
});
