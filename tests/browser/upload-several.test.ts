import { afterAll, describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { drawWith } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { resizeTo, SMALL_PHONE } from '../support/browser-visit.ts';
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

const stage = setStage();
const files = new TestFiles();
afterAll(() => files.remove());

const { names: said, uploading, media } = vi;
const open = () => openUploads(stage);

describe('a form in which several things are missing', () => {
  it('marks all of them at once, each at its field, and leads to the first', async () => {
    const visit = await open();
    const { page } = visit;
    await choose(visit, files.write('anh lop.jpg', contentOf('anh lop', 1)));
    const form = page.getByRole('form', { name: uploading.form.title });
    await form.getByLabel(uploading.form.fileTitle).fill('');
    await send(visit, 1);
    const { licence, source, people } = uploading.details.faults;
    for (const fault of [licence, source, people]) await form.getByText(fault).waitFor();
    const faulty = await form.locator('[aria-invalid="true"]').all();
    const named = await Promise.all(
      faulty.map((field) =>
        field.evaluate(
          (one) => (one as unknown as { labels: readonly { textContent: string }[] }).labels[0]?.textContent,
        ),
      ),
    );
    expect(named).toEqual([
      ...[said.licence, said.source, said.people],
      ...[uploading.form.fileTitle, uploading.form.altText],
    ]);
    expect(await focusedName(page)).toBe(said.licence);
    expect(await faultsOf(visit)).toEqual([]);
    await fillInDetails(visit);
    await send(visit, 1);
    expect(await focusedName(page)).toBe(uploading.form.fileTitle);
    await visit.context.close();
  });
});

describe('how much may still be sent', () => {
  it('is no more than the disk of this machine takes', async () => {
    const visit = await open();
    const { page } = visit;
    await page.route('**/local/room.json', (route) => route.fulfill({ json: { freeBytes: 2_500_000_000 } }));
    await page.reload();
    await page.getByText(uploading.quota('2,5 GB', '2,5 GB')).waitFor();
    await visit.context.close();
  });
});

describe('several files that are sent together', () => {
  it('get on as one: nothing runs backwards when one of them ends and is put away', async () => {
    const visit = await open();
    const { page } = visit;
    const parts = await watchParts(visit.context);
    const titles = ['bai mot', 'bai hai', 'bai ba'];
    await choose(
      visit,
      titles.map((title) => files.write(`${title}.mp4`, contentOf(title, 2))),
    );
    await fillInDetails(visit);
    const bar = page.getByRole('progressbar', { name: uploading.going });
    const share = async () => Number(await bar.getAttribute('aria-valuenow'));
    // The first file is through, and the others stand still.
    let first = '';
    parts.let((_, url) => {
      first ||= new URL(url).pathname;
      return new URL(url).pathname === first ? 'pass' : 'hold';
    });
    await send(visit, 3);
    // Which is the first to have been read whole is not said.
    const over = page.getByRole('region', { name: uploading.going }).getByRole('listitem');
    const ended = await over.filter({ hasText: media.statuses.rejected }).getAttribute('aria-label');
    const card = cardOf(visit, ended ?? '');
    const whenOneEnded = await share();
    expect(whenOneEnded).toBeGreaterThan(33);
    await page.getByText(uploading.goingSentence(2, Math.floor(whenOneEnded))).waitFor();
    expect(await faultsOf(visit)).toEqual([]);
    await resizeTo(page, SMALL_PHONE);
    await drawWith(page, { size: '3' });
    expect(await faultsOf(visit)).toEqual([]);
    await card.getByRole('button').click();
    await card.waitFor({ state: 'detached' });
    expect(await share()).toBeGreaterThanOrEqual(whenOneEnded);
    parts.let(() => 'pass');
    for (const title of titles.filter((one) => one !== ended))
      await cardOf(visit, title).getByText(media.statuses.rejected).waitFor();
    await visit.context.close();
  });

  it('that are the same are sent once, and the second says of which it is a copy', async () => {
    const visit = await open();
    const { page } = visit;
    await choose(visit, [
      files.write('goc.mp4', contentOf('goc', 1)),
      files.write('chep.mp4', contentOf('goc', 1)),
    ]);
    await fillInDetails(visit);
    await send(visit, 2);
    await cardOf(visit, 'goc').getByText(media.statuses.rejected).waitFor();
    const copy = cardOf(visit, 'chep');
    await copy.getByText(uploading.twin('goc')).waitFor();
    expect(await copy.getByText(uploading.phases.elsewhere).count()).toBe(0);
    expect(await faultsOf(visit)).toEqual([]);
    await copy.getByRole('button').click();
    await copy.waitFor({ state: 'detached' });
    await eventually(() => page.getByText('chep').count()).toBe(0);
    await visit.context.close();
  });

  it('that are the same leave the second to be sent when the first is dropped', async () => {
    const visit = await open();
    const { page } = visit;
    const parts = await watchParts(visit.context);
    parts.let(() => 'hold');
    const titles = ['goc', 'chep'];
    await choose(
      visit,
      titles.map((title) => files.write(`${title}.mp4`, contentOf('hai ban', 1))),
    );
    await fillInDetails(visit);
    await send(visit, 2);
    const going = page.getByRole('region', { name: uploading.going }).getByRole('listitem');
    const copied = await going.filter({ hasText: uploading.phases.twin }).getAttribute('aria-label');
    const [first = '', copy = ''] = copied === 'goc' ? titles.toReversed() : titles;
    const { named, drop, goOn } = uploading.actions;
    await cardOf(visit, copy).getByText(uploading.twin(first)).waitFor();
    await eventually(() => parts.taken().length).toBeGreaterThan(0);
    await page.getByRole('button', { name: named(drop, first) }).click();
    await page.getByRole('dialog').getByRole('button', { name: drop, exact: true }).click();
    await cardOf(visit, copy).getByText(uploading.pausedUnsent).waitFor();
    expect(await cardOf(visit, copy).getByText(uploading.twin(first)).count()).toBe(0);
    expect(await faultsOf(visit)).toEqual([]);
    parts.let(() => 'pass');
    await page.getByRole('button', { name: named(goOn, copy) }).click();
    await cardOf(visit, copy).getByText(media.statuses.rejected).waitFor();
    await visit.context.close();
  });
});
