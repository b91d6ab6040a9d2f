import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Locator } from 'playwright-core';
import { SMALLEST_PART_BYTES } from '../../services/media/domain/upload-parts.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { accessibilityFaults, spillsOf } from './browser-look.ts';
import type { Stage } from './browser-stage.ts';
import { DESK, shown, type Visit } from './browser-visit.ts';

const { names: t, uploading } = vi;

type Said = { readonly licence?: string; readonly course?: string };

/** The upload page at a desk, for whoever sends files there. */
export async function openUploads(stage: Stage): Promise<Visit> {
  const visit = await stage.openAs('content-staff', { viewport: DESK });
  await visit.page.goto('/tai-len');
  await shown(visit);
  return visit;
}

export const choose = ({ page }: Visit, paths: string | string[]): Promise<void> =>
  page.getByLabel(uploading.drop.choose).setInputFiles(paths);

/** Presses what sends so many files. */
export const send = ({ page }: Visit, count: number): Promise<void> =>
  page.getByRole('button', { name: uploading.form.send(count), exact: true }).click();

/** All that is wrong with how the page looks now, or went wrong in it. */
export const faultsOf = async ({ page, faults }: Visit) => [
  ...(await spillsOf(page)),
  ...(await accessibilityFaults(page)),
  ...faults,
];

/** Says of all files on the upload page what nobody may leave out: whose work they are, and that they show nobody. */
export async function fillInDetails({ page }: Visit, { licence = 'CC BY 4.0', course }: Said = {}) {
  await page.getByLabel(t.licence).first().selectOption(licence);
  await page.getByLabel(t.source, { exact: true }).first().fill('Tổ Tin học của trung tâm');
  await page.getByLabel(t.people).first().selectOption('nobody');
  if (course) await page.getByLabel(vi.media.courseLabel).first().selectOption(course);
}

/** The card of a file that is on its way, by its title. */
export const cardOf = ({ page }: Visit, title: string): Locator =>
  page.getByRole('region', { name: uploading.going }).getByRole('listitem', { name: title });

/** Content that no two names share and that nothing takes for a recording; the last of its parts is a short one. */
export const contentOf = (name: string, parts: number): Buffer =>
  Buffer.alloc((parts - 1) * SMALLEST_PART_BYTES + 1000, `${name} `);

/** Files on the disk for as long as a test file runs: a browser is told of large ones by their path only. */
export class TestFiles {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-upload-'));

  write(name: string, content: Buffer): string {
    const file = path.join(this.#folder, name);
    writeFileSync(file, content);
    return file;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

type Gate = 'pass' | 'break' | 'hold';

/** Watches the parts that leave a browser, and decides what becomes of each. */
export async function watchParts(context: BrowserContext) {
  const sent: number[] = [];
  const arrived: number[] = [];
  const held: (() => void)[] = [];
  let decide: (partNumber: number, url: string) => Gate = () => 'pass';
  await context.route(
    (url) => url.searchParams.has('partNumber'),
    async (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      const partNumber = Number(new URL(route.request().url()).searchParams.get('partNumber'));
      sent.push(partNumber);
      const gate = decide(partNumber, route.request().url());
      if (gate === 'break') return route.abort('internetdisconnected');
      if (gate === 'hold') await new Promise<void>((resolve) => held.push(resolve));
      // Whoever sent it may have given up meanwhile.
      await route.continue().catch(() => undefined);
    },
  );
  context.on('response', (response) => {
    const partNumber = new URL(response.url()).searchParams.get('partNumber');
    if (partNumber && response.ok() && response.request().method() === 'PUT')
      arrived.push(Number(partNumber));
  });
  return {
    /** Numbers of the parts that the store said it has. */
    arrived: () => arrived.toSorted((a, b) => a - b),
    /** Numbers of the parts since the last look, in order. */
    taken: () => sent.splice(0).toSorted((a, b) => a - b),
    let: (next: typeof decide) => {
      decide = next;
      for (const go of held.splice(0)) go();
    },
  };
}

/** Another tab of the same browser. */
export async function openTab(visit: Visit, address: string): Promise<Visit> {
  const page = await visit.context.newPage();
  await page.goto(address);
  const tab = { ...visit, page };
  await shown(tab);
  return tab;
}
