import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { libraryRoutes } from '../../services/library/contract.ts';
import { makeClip } from '../../services/media/engine/fixtures.ts';
import { loadNodeAv } from '../../services/media/engine/node-av.ts';
import { makeSound } from '../../services/media/engine/sound-fixture.ts';
import { peopleRoutes } from '../../services/people/contract.ts';
import { viewingRoutes } from '../../services/viewing/contract.ts';
import { library } from '../../web/src/messages/vi/library.ts';
import { libraryTools } from '../../web/src/messages/vi/library-tools.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { drawWith, shapeFaults, spillsOf } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, SMALL_PHONE, shown } from '../support/browser-visit.ts';
import { expectLooksRight } from '../support/desk-look.ts';
import { untilInLibrary } from '../support/issue-material.ts';
import { publishInLesson } from '../support/lesson-material.ts';
import { sendFile } from '../support/send-file.ts';
import { publishCaptions } from '../support/test-lecture.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

const SLUG = 'an-toan-tren-mang';
const LESSON = `/khoa-hoc/${SLUG}/bai/1`;
const SOUND = 'Bài đọc về mật khẩu';
const FILM = 'Đổi mật khẩu';
const DOCUMENT = 'Tờ hướng dẫn mật khẩu';
const PAGES = 4;
const t = vi.materialDesk;
const stage = setStage();
const WORDS = 'WEBVTT\n\n00:00.000 --> 00:01.500\nMật khẩu phải dài\n';
let documentId = '';
let filmId = '';

const pdf = (says: string) =>
  tinyPdf(Array.from({ length: PAGES }, (_, at) => ({ lines: [`Trang ${at + 1}`, says] })));

/** A spoken lesson and a film, two seconds each, as they are sent. */
async function recordings(): Promise<{ sound: Buffer; film: Buffer }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-recordings-'));
  const [heard, seen] = [path.join(folder, 'bai.wav'), path.join(folder, 'film.mp4')];
  const av = await loadNodeAv();
  const tone = 'sine=f=330:d=2';
  makeSound(av, 'wav', tone, heard);
  makeClip(av, { path: seen, picture: 'testsrc2=s=320x180:r=25:d=2', sound: tone, width: 320, height: 180 });
  const made = { sound: readFileSync(heard), film: readFileSync(seen) };
  rmSync(folder, { recursive: true });
  return made;
}

beforeAll(async () => {
  const { sound, film } = await recordings();
  const assets = await publishInLesson(stage.site.signIn, { course: SLUG, lessonNo: 1 }, [
    { content: sound, title: SOUND },
    { content: pdf('Mật khẩu dài thì khó đoán.'), title: DOCUMENT },
    { content: film, title: FILM },
  ]);
  [, documentId = '', filmId = ''] = assets;
  await publishCaptions(await stage.site.signIn('content-staff'), filmId, 'vi', WORDS);
});

it('a lesson to be heard plays to its end, and the teacher reads who of the class has heard it', async () => {
  const learner = await stage.openAs('learner', { viewport: SMALL_PHONE });
  const { page } = learner;
  await page.goto(LESSON);
  await shown(learner);
  const card = page.locator('figure.recording').filter({ hasText: SOUND });
  await card.getByRole('button', { name: vi.courses.play(SOUND) }).click();
  const heard = () =>
    card.locator('video').evaluate((sound) => (sound as unknown as { ended: boolean }).ended);
  await eventually(heard).toBe(true);
  // No picture, no captions: no empty frame for them, and no button that does nothing.
  expect(await card.locator('video').isVisible()).toBe(false);
  expect(await card.getByRole('button', { name: vi.player.fullscreen }).count()).toBe(0);
  expect(await card.getByRole('button', { name: vi.player.captions, exact: true }).count()).toBe(0);
  await expectLooksRight(learner, 'lesson that is heard');
  // What was heard is told when the page is left.
  await page.goto('/');
  const person = await stage.site.signIn('learner');
  const told = async () => (await person.ok(viewingRoutes.listMyViewing)).positions.length;
  await eventually(told).toBe(1);
  await learner.context.close();

  const { classes } = await (await stage.site.signIn('teacher')).ok(peopleRoutes.listClasses);
  const teacher = await stage.openAs('teacher', { viewport: DESK });
  const desk = teacher.page;
  await desk.goto(`/lop/${classes[0]?.classId}?muc=bai-giang`);
  const row = desk.locator('details.watched').filter({ hasText: SOUND });
  // The numbers are asked for when the row is opened.
  await eventually(async () => {
    await desk.reload();
    await row.locator('summary').first().click();
    return row.locator('.strong').textContent();
  }).toContain(vi.audience.seenOf(1, 15, 0).split(',')[0]);
  await expectLooksRight(teacher, 'who has heard a lesson');
  await teacher.context.close();
});

it.each(['1', '2', '3'] as const)(
  'no sign of what is watched, read or heard covers another one on the smallest phone, in letters of size %s',
  async (size) => {
    const learner = await stage.openAs('learner', { viewport: SMALL_PHONE });
    const { page } = learner;
    for (const assetId of [filmId, documentId]) {
      await page.goto(`/thu-vien/${assetId}`);
      await shown(learner);
      await drawWith(page, { size });
      const start = page.locator('.video-start');
      await start.waitFor();
      expect(await shapeFaults(page)).toEqual([]);
      await start.click();
      await page.locator('video, .document-pages').waitFor();
      expect(await spillsOf(page)).toEqual([]);
    }
    await learner.context.close();
  },
);

it('a document is printed alone, and only when all of its pages are there', async () => {
  const visit = await stage.openAs('learner', { viewport: DESK });
  const { page } = visit;
  await page.addInitScript(`
    globalThis.print = () => {
      const drawn = [...document.querySelectorAll('.document-pages img')].filter(({ complete, naturalWidth }) => complete && naturalWidth > 0);
      globalThis.printed = { of: document.documentElement.dataset.print, pages: drawn.length };
    };
  `);
  await page.goto(LESSON);
  await shown(visit);
  await page
    .getByRole('button', { name: `${vi.courses.documentOf(DOCUMENT)} ${vi.courses.readDocument}` })
    .click();
  await page.getByRole('button', { name: vi.materials.more }).click();
  await page.getByRole('button', { name: vi.materials.print }).click();
  await eventually(() => page.evaluate<unknown>('globalThis.printed')).toEqual({
    of: 'document',
    pages: PAGES,
  });
  await page.getByRole('button', { name: vi.materials.print }).waitFor();
  expect(await page.evaluate<unknown>('document.documentElement.dataset.print')).toBeUndefined();
  expect(visit.faults).toEqual([]);
  await visit.context.close();
});

it('a guest finds a document by what stands on a page, and it opens there', async () => {
  const guest = await stage.open({ viewport: DESK });
  const { page } = guest;
  await page.goto('/thu-vien?tim=trang+3');
  await page.getByRole('link', { name: `${library.search.page(3)} · “Trang 3”` }).click();
  const label = () => page.evaluate<unknown>('document.activeElement.getAttribute("aria-label")');
  await eventually(label).toBe(vi.materials.page(3, PAGES));
  expect(guest.faults).toEqual([]);
  await guest.context.close();
});

it('the next version of a document takes its file from one that was sent for it', async () => {
  const maker = await stage.site.signIn('content-staff');
  const next = 'Tờ hướng dẫn, bản sửa';
  const { courseId } = await maker.ok(enrollmentRoutes.getCourse, { params: { courseId: SLUG } });
  const sent = await sendFile(maker, pdf('Mật khẩu dài và dễ nhớ.'), { title: next, courseId, lessonNo: 1 });
  await untilInLibrary(maker, sent.assetId);
  const staff = await stage.openAs('content-staff', { viewport: DESK });
  const { page } = staff;
  // A file that can be watched here is seen by nobody else yet: its page says so, and leads on.
  await page.goto(`/tai-len/${sent.assetId}`);
  await page.getByText(vi.recording.next.draft).waitFor();
  await page.getByRole('link', { name: vi.recording.handIn }).click();
  await page.getByText(t.stateSentences.draft).waitFor();
  const file = page.getByLabel(t.fields.file);
  await eventually(async () => {
    await page.goto(`/hoc-lieu/${documentId}`);
    await page.getByRole('button', { name: t.nextVersion }).click();
    await file.waitFor();
    return file.getByRole('option', { name: next }).count();
  }).toBe(1);
  await file.selectOption({ label: next });
  await expectLooksRight(staff, 'the next version of a document');
  await page.getByRole('button', { name: t.save, exact: true }).click();
  await page.getByRole('button', { name: t.submit }).click();
  await page.getByText(t.stateSentences.submitted).waitFor();
  const params = { materialId: documentId };
  const { draft, issued } = await maker.ok(libraryRoutes.getDeskMaterial, { params });
  expect(issued?.assetId).toBe(documentId);
  expect(draft?.assetId).toBeDefined();
  expect(draft?.assetId).not.toBe(documentId);
  await staff.context.close();
});

it('the youth union takes from a recording that is open to everybody what a post needs', async () => {
  const options = { viewport: DESK, permissions: ['clipboard-read', 'clipboard-write'] };
  const union = await stage.openAs('youth-union', options);
  const { page } = union;
  await page.goto(`/thu-vien/${filmId}`);
  await page.getByRole('button', { name: libraryTools.share.copy }).click();
  await page.getByText(libraryTools.share.copied).waitFor();
  const post = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(post.split('\n')[0]).toBe(FILM);
  expect(post).toContain(`/thu-vien/${filmId}`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: libraryTools.share.clip('').split(',')[0] }).click();
  expect((await saving).suggestedFilename()).toBe('doi-mat-khau.mp4');
  await expectLooksRight(union, 'material to be posted');
  await union.context.close();
});

it('the youth union reads why a recording for those enrolled has nothing to be posted', async () => {
  const maker = await stage.site.signIn('content-staff');
  const { materials } = await maker.ok(libraryRoutes.listMaterials, {});
  const closed = materials.find(({ access }) => access === 'enrolled');
  const union = await stage.openAs('youth-union', { viewport: DESK });
  await union.page.goto(`/thu-vien/${closed?.materialId}`);
  const share = union.page.getByRole('region', { name: libraryTools.share.title });
  await share.getByText(libraryTools.share.notOpen).waitFor();
  expect(await share.getByRole('button').count()).toBe(0);
  await expectLooksRight(union, 'material that is not to be posted');
  await union.context.close();
});
