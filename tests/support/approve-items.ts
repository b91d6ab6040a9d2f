import { quizRoutes } from '../../services/quizzes/contract.ts';
import type { Client } from './client.ts';

/** Somebody other than their author approves the questions that wait in a bank, so that quizzes can draw them. */
export async function approveItems(appraiser: Client, courseId: string): Promise<void> {
  const params = { courseId };
  const { items } = await appraiser.ok(quizRoutes.listBankItems, { params, query: { status: 'draft' } });
  const versions = items.map(({ itemId, version }) => ({ itemId, version }));
  const { outcomes } = await appraiser.ok(quizRoutes.appraiseItems, {
    params,
    body: { verdict: 'approved', items: versions },
  });
  const left = outcomes.filter(({ outcome }) => outcome !== 'approved');
  if (left.length > 0) throw new Error(`Not approved: ${JSON.stringify(left)}`);
}
