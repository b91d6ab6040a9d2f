import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { libraryRoutes } from '../../services/library/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, SMALL_PHONE, type Visit } from '../support/browser-visit.ts';
import { expectLooksRight } from '../support/desk-look.ts';

const t = vi.materialDesk;
const stage = setStage();

/** A page on the web that has all it needs to be handed in. */
async function draft(title: string): Promise<string> {
  const maker = await stage.site.signIn('content-staff');
  const { materialId } = await maker.ok(libraryRoutes.createMaterial, {
    body: {
      ...{ kind: 'link' as const, title, url: 'https://vi.wikipedia.org/', summary: '', language: 'vi' },
      ...{ licence: 'CC BY-SA 4.0', source: 'Wikipedia', peopleShown: 'nobody' },
      ...{ tracks: ['stem'], audiences: [], competenceCodes: [] },
    },
  });
  return materialId;
}

/** What a finger that has just pressed would hit with a second press. */
async function pressed(page: Page, button: string): Promise<() => Promise<string>> {
  const place = page.getByRole('button', { name: button, exact: true });
  await place.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await place.click();
  const there = `document.elementFromPoint(${x + width / 2}, ${y + height / 2})`;
  return () => page.evaluate<string>(`${there}?.closest('button, summary')?.textContent ?? ''`);
}

/** The sentence of a state has the focus and is seen whole. */
async function expectResult({ page }: Visit, sentence: string): Promise<void> {
  const status = page.getByText(sentence);
  await status.waitFor();
  expect(await focusedName(page)).toContain(sentence);
  const { y, height } = (await status.boundingBox()) ?? { y: -1, height: 0 };
  expect(y).toBeGreaterThan(0);
  expect(y + height).toBeLessThan(page.viewportSize()?.height ?? 0);
}

for (const [width, viewport] of Object.entries({ '320 px': SMALL_PHONE, 'a desk': DESK }))
  it(`shows what came of a press where it can be seen, and nothing that takes away under the finger, at ${width}`, async () => {
    const materialId = await draft(`Trang thử ${width}`);
    const maker = await stage.openAs('content-staff', { viewport });
    await maker.page.goto(`/hoc-lieu/${materialId}`);
    await pressed(maker.page, t.submit);
    await expectResult(maker, t.stateSentences.submitted);
    await expectLooksRight(maker, `handed in, ${width}`);
    await maker.context.close();

    const head = await stage.openAs('training-head', { viewport });
    const { page } = head;
    await page.goto(`/hoc-lieu/${materialId}`);
    for (const check of ['content-right', 'competence-fits', 'licence-clear', 'people-agreed'] as const)
      await page.getByLabel(t.checks[check]).check();
    const under = await pressed(page, t.issue);
    await expectResult(head, t.stateSentences.issued);
    expect([t.withdraw, t.withdrawTitle]).not.toContain(await under());
    await expectLooksRight(head, `issued, ${width}`);
    await head.context.close();
  });

it('says what an appraisal lacks at the field that lacks it, and leads there', async () => {
  const materialId = await draft('Trang chưa xem hết');
  const maker = await stage.site.signIn('content-staff');
  const params = { materialId };
  await maker.ok(libraryRoutes.submitMaterial, { params, body: { revision: 1 } });
  const head = await stage.openAs('training-head', { viewport: SMALL_PHONE });
  const { page } = head;
  await page.goto(`/hoc-lieu/${materialId}`);
  const boxes = page.getByRole('group', { name: t.appraiseLead });
  await boxes.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: t.issue, exact: true }).click();
  await boxes.getByText(t.checksMissing).waitFor();
  expect(await focusedName(page)).toBe(t.checks['competence-fits']);
  await expectLooksRight(head, 'appraisal without all points');
  await page.getByRole('button', { name: t.returnIt, exact: true }).click();
  const remarks = page.getByLabel(t.remarksLabel);
  await page.getByText(t.remarksMissing).waitFor();
  expect(await boxes.getByText(t.checksMissing).count()).toBe(0);
  expect(await remarks.getAttribute('aria-invalid')).toBe('true');
  expect(await focusedName(page)).toContain(t.remarksLabel);
  await expectLooksRight(head, 'appraisal without remarks');
  await remarks.fill('Thiếu nguồn');
  expect(await page.getByText(t.remarksMissing).count()).toBe(0);
  await head.context.close();
});
