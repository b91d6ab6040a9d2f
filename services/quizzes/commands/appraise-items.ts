import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { BankStore } from '../bank-store.ts';
import { type Appraisal, type AppraisalRefusal, decideAppraisal } from '../domain/appraisal.ts';

type AppraiseItems = Omit<Appraisal, 'version'> & {
  readonly courseId: string;
  readonly items: readonly { readonly itemId: string; readonly version: number }[];
};

export type AppraisalOutcome = Appraisal['verdict'] | AppraisalRefusal | 'not-found';

/** Items decided at once; each is a transaction of its own. */
const AT_ONCE = 20;

/** Another decision or version that got there first is met by deciding again on the item as it is by then. */
async function appraiseOne(bank: BankStore, courseId: string, itemId: string, appraisal: Appraisal) {
  const outcome = await retryOnConflict(async (): Promise<AppraisalOutcome | 'conflict'> => {
    const [item] = await bank.findItems(courseId, [itemId]);
    if (!item) return 'not-found';
    const decision = decideAppraisal(item, appraisal);
    if (decision.kind === 'refused') return decision.reason;
    if (decision.kind === 'repeated') return appraisal.verdict;
    const saved = await bank.saveDecision(decision.item);
    return saved === 'saved' ? appraisal.verdict : saved;
  });
  return { itemId, outcome: outcome ?? 'changed' };
}

/** Decides about several items, each by itself: what one is refused for does not keep the others waiting. */
export async function appraiseItems(bank: BankStore, { courseId, items, ...appraisal }: AppraiseItems) {
  const outcomes: Awaited<ReturnType<typeof appraiseOne>>[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const some = items.slice(start, start + AT_ONCE);
    const decided = some.map(({ itemId, version }) =>
      appraiseOne(bank, courseId, itemId, { ...appraisal, version }),
    );
    outcomes.push(...(await Promise.all(decided)));
  }
  return outcomes;
}
