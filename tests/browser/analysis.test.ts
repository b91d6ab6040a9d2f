import { expect, it } from 'vitest';
import type { BodyOf } from '../../web/src/api/types.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { setTour } from '../support/browser-stage.ts';
import { DESK } from '../support/browser-visit.ts';
import { expectLooksRight } from '../support/desk-look.ts';

const { analysis: t } = vi;
const tour = setTour();

/** The demo's quizzes have fewer attempts than an item is judged by, so the service's answer is made to flag two. */
it('tells an author first which of the items that misbehave are theirs, and leads to the item', async () => {
  const visit = await tour.openAs('teacher', { viewport: DESK });
  const { page, context } = visit;
  await context.route('**/item-analysis', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as BodyOf<'getItemAnalysis'>;
    const items = body.items.map((item, at) => ({
      ...item,
      flags: at < 2 ? ['too-hard', 'often-left-blank'] : [],
      isMine: at === 1,
    }));
    await route.fulfill({ response, json: { ...body, items } });
  });
  await page.goto(`/phan-tich/${tour.places.quizId}`);
  await page.getByText(/Có 2 câu cần xem lại, 1 câu do bạn viết\.$/).waitFor();
  const first = page.getByRole('table', { name: t.facilityTitle }).getByRole('row').nth(1);
  await first.getByText(t.mine, { exact: true }).waitFor();
  await expectLooksRight(visit, 'flagged items');
  await first.getByRole('link', { name: /^Xem và sửa: / }).click();
  await page.waitForURL(`**/soan-khoa-hoc/${tour.places.courseId}/cau-hoi/*`);
  expect(visit.faults).toEqual([]);
  await context.close();
});
