import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mediaRoutes } from '../../services/media/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { drawWith } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { resizeTo, SMALL_PHONE, shown } from '../support/browser-visit.ts';
import { ownCopy } from '../support/own-copy.ts';
import {
  cardOf,
  choose,
  contentOf,
  faultsOf,
  fillInDetails,
  openUploads,
  send,
  TestFiles,
  watchParts,
} from '../support/upload-desk.ts';

const LECTURE = path.resolve(import.meta.dirname, '../../local/demo/content/lecture.mp4');
const stage = setStage();
const files = new TestFiles();
afterAll(() => files.remove());

const { names: said, uploading, media } = vi;
const open = () => openUploads(stage);
const listed = async (title: string) => {
  const staff = await stage.site.signIn('content-staff');
  const { assets } = await staff.ok(mediaRoutes.listMedia);
  return assets.filter((asset) => asset.title === title);
};

describe('a file that the service refuses', () => {
  it('says why, keeps what was entered, and is sent when it is pressed again', async () => {
    const visit = await open();
    const { page } = visit;
    const title = 'Hết chỗ trong kho.';
    const refusal = { type: '/problems/room-quota-reached', code: 'room-quota-reached', title, status: 409 };
    await page.route('**/v1/media', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 409,
            contentType: 'application/problem+json',
            body: JSON.stringify(refusal),
          })
        : route.continue(),
    );
    await choose(visit, files.write('khong-nhan.mp4', contentOf('khong-nhan', 1)));
    await fillInDetails(visit);
    await send(visit, 1);
    const card = cardOf(visit, 'khong-nhan');
    await card.getByText(title).waitFor();
    await card.getByText(uploading.phases.refused).waitFor();
    await page.unroute('**/v1/media');
    const again = card.getByRole('button', {
      name: uploading.actions.named(uploading.actions.again, 'khong-nhan'),
    });
    await again.press('Enter');
    await card.getByText(media.statuses.rejected).waitFor();
    // Put away once, it is gone from both places and does not come back.
    const away = { name: uploading.actions.named(uploading.actions.putAway, 'khong-nhan') };
    await card.getByRole('button', away).click();
    await card.waitFor({ state: 'detached' });
    await page.getByText('khong-nhan').first().waitFor({ state: 'detached' });
    await page.reload();
    await shown(visit);
    await page.getByText('Nhận ra tin nhắn lừa đảo').first().waitFor();
    expect(await page.getByText('khong-nhan').count()).toBe(0);
    await visit.context.close();
  });
});

describe('a file that is here already', () => {
  it('is recognised before any of it is sent, and leads to what is here', async () => {
    const visit = await open();
    const { page } = visit;
    const copy = files.write('co-san.mp4', ownCopy(readFileSync(LECTURE)));
    await choose(visit, copy);
    await fillInDetails(visit);
    await send(visit, 1);
    await cardOf(visit, 'co-san').getByRole('link').waitFor();
    await page
      .getByRole('button', { name: uploading.actions.named(uploading.actions.putAway, 'co-san') })
      .click();
    const parts = await watchParts(visit.context);
    await choose(visit, copy);
    await page.getByLabel(uploading.form.fileTitle).fill('Gửi lần nữa');
    await fillInDetails(visit);
    await send(visit, 1);
    const card = cardOf(visit, 'Gửi lần nữa');
    await card.getByText(uploading.phases.duplicate).waitFor();
    expect(parts.taken()).toEqual([]);
    await card.getByRole('link', { name: 'co-san' }).click();
    await page.getByRole('heading', { level: 1, name: 'co-san' }).waitFor();
    await visit.context.close();
  });
});

describe('a file that is being converted', () => {
  it('says how far it is, that it failed, and is converted again when that is pressed', async () => {
    const visit = await open();
    const { page } = visit;
    const asset = (await listed('Nhận ra tin nhắn lừa đảo'))[0];
    let now: object = { status: 'transcoding', percent: 42 };
    await page.route(`**/v1/media/${asset?.assetId}`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), ...now } });
    });
    await page.route('**/v1/media', async (route) => {
      const answer = await route.fetch();
      const { assets } = await answer.json();
      const changed = (one: { assetId: string }) =>
        one.assetId === asset?.assetId ? { ...one, ...now } : one;
      await route.fulfill({ response: answer, json: { assets: assets.map(changed) } });
    });
    await page.reload();
    await page.getByText(media.working(42)).first().waitFor();
    await page.goto(`/tai-len/${asset?.assetId}`);
    await page.getByRole('progressbar', { name: media.working(42) }).waitFor();
    now = { status: 'failed', canRetry: true };
    await page.getByText(media.statuses.failed).waitFor();
    expect(await faultsOf(visit)).toEqual([]);
    await page.route('**/retry', (route) => {
      now = { status: 'transcoding', percent: 7 };
      return route.fulfill({ status: 202, json: { ...asset, ...now } });
    });
    await page.getByRole('button', { name: vi.recording.retry }).click();
    await page.getByRole('progressbar', { name: media.working(7) }).waitFor();
    now = {};
    await page.getByRole('button', { name: /^Phát/ }).waitFor();
    await page.getByText(vi.recording.next.issued).waitFor();
    await visit.context.close();
  });
});

describe('several files at once', () => {
  it('are described together, one of them apart, and sent together', async () => {
    const visit = await open();
    const { page } = visit;
    const names = ['bai giang 1', 'bai giang 2', 'phim muon'];
    await choose(
      visit,
      names.map((name) => files.write(`${name}.mp4`, contentOf(name, 1))),
    );
    const form = page.getByRole('form', { name: uploading.form.title });
    await send(visit, 3);
    await form.getByText(uploading.details.faults.licence).waitFor();
    expect(await focusedName(page), 'the first field that lacks something').toContain(said.licence);
    expect(await faultsOf(visit)).toEqual([]);
    await fillInDetails(visit, { licence: 'CC BY 4.0' });
    const third = form.getByRole('listitem').filter({ hasText: 'phim muon.mp4' });
    await third.getByLabel(uploading.form.differs).check();
    await third.getByLabel(said.licence).selectOption('CC BY-NC 4.0');
    await third.getByLabel(said.people).selectOption('children');
    await send(visit, 3);
    await third.getByText(uploading.details.faults.consent).waitFor();
    await third.getByLabel(uploading.details.parentsAgreed).check();
    await third.getByText(uploading.details.faults.consent).waitFor();
    await third.getByLabel(uploading.details.childrenAgreed).check();
    await send(visit, 3);
    for (const name of names) await cardOf(visit, name).getByText(media.statuses.rejected).waitFor();
    await cardOf(visit, 'bai giang 1').getByText(media.reasons.UNRECOGNISED).waitFor();
    expect(await listed('bai giang 1')).toMatchObject([{ licence: 'CC BY 4.0', peopleShown: 'nobody' }]);
    expect(await listed('phim muon')).toMatchObject([
      { licence: 'CC BY-NC 4.0', peopleShown: 'children-both-agreed', source: 'Tổ Tin học của trung tâm' },
    ]);
    expect(await faultsOf(visit)).toEqual([]);
    await visit.context.close();
  });

  it('are kept with their form when the page is loaded anew, and fit the smallest phone', async () => {
    const visit = await open();
    const { page } = visit;
    await choose(visit, [
      files.write('mot.mp4', contentOf('mot', 1)),
      files.write('hai.mp4', contentOf('hai', 1)),
    ]);
    await fillInDetails(visit, { licence: 'CC0 1.0' });
    await page.getByLabel(uploading.form.fileTitle).first().fill('Bài được giữ');
    await resizeTo(page, SMALL_PHONE);
    await drawWith(page, { size: '3' });
    expect(await faultsOf(visit)).toEqual([]);
    await page.reload();
    await shown(visit);
    await page.getByLabel(uploading.form.fileTitle).first().waitFor();
    expect(await page.getByLabel(uploading.form.fileTitle).first().inputValue()).toBe('Bài được giữ');
    expect(await page.getByLabel(said.licence).first().inputValue()).toBe('CC0 1.0');
    // Chosen together again, each finds its own form.
    await page
      .getByLabel(uploading.drop.chooseMore)
      .setInputFiles([
        files.write('hai.mp4', contentOf('hai', 1)),
        files.write('mot.mp4', contentOf('mot', 1)),
      ]);
    await page.getByText(uploading.form.fileMissing).first().waitFor({ state: 'hidden' });
    expect(await page.getByText(uploading.form.fileMissing).count()).toBe(0);
    await send(visit, 2);
    await cardOf(visit, 'Bài được giữ').getByText(media.statuses.rejected).waitFor();
    await visit.context.close();
  });
});
