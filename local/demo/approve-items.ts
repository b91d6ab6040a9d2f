import { expectStatus, type Send } from './session.ts';

type Waiting = { readonly itemId: string; readonly version: number };

/** A second person approves the questions that wait in a bank: a page of them, which is more than the demo has. */
export async function approveItems(appraiser: Send, courseId: string): Promise<void> {
  const bank = `/v1/item-banks/${courseId}`;
  const { items } = await expectStatus(appraiser, [200], 'GET', `${bank}/items?status=draft`);
  const waiting = (items as Waiting[]).map(({ itemId, version }) => ({ itemId, version }));
  if (waiting.length === 0) return;
  await expectStatus(appraiser, [200], 'POST', `${bank}/appraisals`, { verdict: 'approved', items: waiting });
}
