import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { vi } from '../../../web/src/messages/vi.ts';
import { eventually } from '../../support/browser-expect.ts';
import { DESK, openVisit, signInAs, type Visit } from '../../support/browser-visit.ts';
import { ownCopy } from '../../support/own-copy.ts';
import { fillInDetails } from '../../support/upload-desk.ts';
import { COURSE, type StoryCentre } from './centre.ts';

const LECTURE = path.resolve(import.meta.dirname, '../../../local/demo/content/lecture.mp4');
const TITLE = 'Quét mã ở sạp rau';
const { uploading } = vi;
const { statuses } = vi.media;
/** In the order a recording goes through them; a quick machine may skip one between two looks. */
const STATES = [
  statuses['awaiting-upload'],
  statuses.received,
  vi.media.working(0).replace(/\d+%/, ''),
  statuses.ready,
];

const number = (visit: Visit, read: string): Promise<number> =>
  visit.page.evaluate<number>(`document.querySelector('video').${read}`);

/** A file this small is gone before anybody looks, so its bytes leave once `look` has seen them waiting. */
async function holdUpload({ page }: Visit, look: () => Promise<void>): Promise<void> {
  const { promise: seen, resolve: go } = Promise.withResolvers<void>();
  await page.route('**', async (route) => {
    if (route.request().method() === 'PUT') await seen;
    await route.continue();
  });
  await look();
  go();
}

/** Content staff send a real file; what becomes of it is followed until it can be watched, and it is watched. */
export async function uploadAndWatch({ browser, site }: StoryCentre): Promise<void> {
  const visit = await openVisit(browser, site.cloud.address, { viewport: DESK });
  const { page } = visit;
  await signInAs(visit, 'content-staff');
  await page.goto('/tai-len');
  await page.getByLabel(uploading.drop.choose).setInputFiles({
    name: 'quet-ma.mp4',
    mimeType: 'video/mp4',
    buffer: ownCopy(readFileSync(LECTURE)),
  });
  await page.getByLabel(uploading.form.fileTitle).fill(TITLE);
  await fillInDetails(visit, { licence: 'CC BY 4.0', course: COURSE.title });
  await holdUpload(visit, async () => {
    await page.getByRole('button', { name: uploading.form.send(1) }).click();
    await page.getByRole('progressbar', { name: TITLE }).waitFor();
  });

  const line = page.getByRole('row', { name: TITLE });
  const seen: number[] = [];
  await eventually(async () => {
    const says = await line.getByRole('cell').first().textContent();
    seen.push(STATES.findIndex((state) => says?.startsWith(state)));
    return says;
  }).toBe(statuses.ready);
  expect(seen, 'a recording only moves forward').toEqual(seen.toSorted());
  expect(seen).not.toContain(-1);
  expect(new Set(seen).size, 'its states were shown').toBeGreaterThan(1);

  await line.getByRole('link', { name: vi.media.watch(TITLE) }).click();
  await page.getByRole('button', { name: vi.courses.play(TITLE) }).click();
  await eventually(() => number(visit, 'currentTime')).toBeGreaterThan(1);
  expect(await number(visit, 'videoHeight')).toBeGreaterThan(0);
  expect({ faults: visit.faults, strangers: visit.strangers }).toEqual({ faults: [], strangers: [] });
  await visit.context.close();
}
