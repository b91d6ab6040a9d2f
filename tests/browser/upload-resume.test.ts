import { afterAll, describe, expect, it } from 'vitest';
import { mediaRoutes } from '../../services/media/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { accessibilityFaults } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import type { Visit } from '../support/browser-visit.ts';
import {
  cardOf,
  choose,
  contentOf,
  fillInDetails,
  openTab,
  openUploads,
  send,
  TestFiles,
  watchParts,
} from '../support/upload-desk.ts';

const stage = setStage();
const files = new TestFiles();
afterAll(() => files.remove());

const { uploading, media } = vi;
const { actions, phases } = uploading;
const open = () => openUploads(stage);
/** Chooses a file, says what has to be said of it, and sends it. */
const begin = async (visit: Visit, path: string): Promise<void> => {
  await choose(visit, path);
  await fillInDetails(visit);
  await send(visit, 1);
};
const press = (visit: Visit, action: string, title: string) =>
  cardOf(visit, title)
    .getByRole('button', { name: actions.named(action, title) })
    .click();
/** The file has arrived whole, for the machines have looked at it and found that it is no recording. */
const looked = (visit: Visit, title: string) =>
  cardOf(visit, title).getByText(media.statuses.rejected).waitFor();
const bytesOf = async (title: string) => {
  const staff = await stage.site.signIn('content-staff');
  const { assets } = await staff.ok(mediaRoutes.listMedia);
  return assets.filter((asset) => asset.title === title).map(({ bytes, reason }) => ({ bytes, reason }));
};

describe('a line that breaks in the middle', () => {
  it('is waited for, and then exactly the parts that are missing are sent, by themselves', async () => {
    const visit = await open();
    const { page, context } = visit;
    const parts = await watchParts(context);
    parts.let((no) => (no <= 2 ? 'pass' : 'break'));
    const content = contentOf('mang', 4);
    await begin(visit, files.write('mang.mp4', content));
    const card = cardOf(visit, 'mang');
    await card.getByText(phases.retrying).waitFor();
    await context.setOffline(true);
    await page.getByText(vi.common.offline, { exact: true }).waitFor();
    await eventually(() => card.getByRole('progressbar').getAttribute('aria-valuenow')).not.toBe('0');
    parts.taken();
    parts.let(() => 'pass');
    await context.setOffline(false);
    await looked(visit, 'mang');
    expect(parts.taken()).toEqual([3, 4]);
    expect(await bytesOf('mang')).toEqual([{ bytes: content.length, reason: 'UNRECOGNISED' }]);
    await context.close();
  });
});

describe('a file that is paused', () => {
  it('sends nothing until it goes on, while other pages say what goes on, and the tab asks before it closes', async () => {
    const visit = await open();
    const { page, context } = visit;
    const parts = await watchParts(context);
    parts.let((no) => (no === 1 ? 'pass' : 'hold'));
    await begin(visit, files.write('nghi.mp4', contentOf('nghi', 3)));
    await eventually(() => parts.arrived()).toEqual([1]);
    await cardOf(visit, 'nghi').getByText(phases.sending(50)).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: vi.common.menu.courses }).first().click();
    await page.getByRole('link', { name: uploading.indicator(1, 50) }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const asked = page.waitForEvent('dialog');
    const closing = page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await closing;
    await page.getByRole('link', { name: uploading.indicator(1, 50) }).click();
    await press(visit, actions.pause, 'nghi');
    await cardOf(visit, 'nghi').getByText(phases.paused).waitFor();
    parts.let(() => 'pass');
    parts.taken();
    await press(visit, actions.goOn, 'nghi');
    await looked(visit, 'nghi');
    expect(parts.taken()).toEqual([2, 3]);
    await context.close();
  });
});

describe('a closed tab', () => {
  it('asks for the same file, takes no other, and sends only what is missing', async () => {
    const visit = await open();
    const { context } = visit;
    const parts = await watchParts(context);
    // Not held: a browser lets go of what is held when its tab is closed, and a small part still arrives then.
    parts.let((no) => (no <= 2 ? 'pass' : 'break'));
    const path = files.write('lai.mp4', contentOf('lai', 4));
    await begin(visit, path);
    await eventually(() => parts.arrived()).toEqual([1, 2]);
    await cardOf(visit, 'lai').getByText(phases.retrying).waitFor();
    await visit.page.close();
    parts.let(() => 'pass');
    parts.taken();
    const again = await openTab(visit, '/tai-len');
    const card = cardOf(again, 'lai');
    await card.getByText(phases.choose('lai.mp4')).waitFor();
    const input = card.getByLabel(actions.chooseAgain);
    await input.setInputFiles(files.write('khac.mp4', contentOf('khac', 4)));
    await card.getByText(uploading.wrongFile).waitFor();
    expect(parts.taken()).toEqual([]);
    await input.setInputFiles(files.write('ban-sao.mp4', contentOf('lai', 4)));
    await looked(again, 'lai');
    expect(parts.taken()).toEqual([3, 4]);
    await context.close();
  });
});

describe('two tabs', () => {
  it('never send the same file twice: one of them sends it, the other waits', async () => {
    const visit = await open();
    const { context } = visit;
    const parts = await watchParts(context);
    parts.let(() => 'hold');
    const path = files.write('hai-the.mp4', contentOf('hai-the', 2));
    await begin(visit, path);
    await cardOf(visit, 'hai-the').getByText(phases.sending(0)).waitFor();
    const second = await openTab(visit, '/tai-len');
    await cardOf(second, 'hai-the').getByLabel(actions.chooseAgain).setInputFiles(path);
    await cardOf(second, 'hai-the').getByText(phases.elsewhere).waitFor();
    parts.let(() => 'pass');
    await looked(visit, 'hai-the');
    await cardOf(second, 'hai-the').waitFor({ state: 'hidden' });
    expect(parts.taken()).toEqual([1, 2]);
    expect(await bytesOf('hai-the')).toHaveLength(1);
    await context.close();
  });
});
