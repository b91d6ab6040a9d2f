import { languageOf, refuse } from '#shared/http/problem.ts';
import type { Call } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { BankStore } from './bank-store.ts';
import { appraiseItems } from './commands/appraise-items.ts';
import { withdrawItem } from './commands/withdraw-item.ts';
import type { appraisalRoutes } from './contract-appraisal.ts';
import { shownItem } from './queries/bank-page.ts';
import { appraisalSentences } from './sentences.ts';

const store = new BankStore(connect(), tableName());

async function appraise({ actor, params, body, at, event }: Call<typeof appraisalRoutes.appraiseItems>) {
  const { note, ...decided } = body;
  const command = { ...params, ...decided, by: actor.personId, at, ...(note && { note }) };
  const language = languageOf(event.headers['accept-language']);
  const outcomes = (await appraiseItems(store, command)).map(({ itemId, outcome }) => {
    if (outcome === 'approved' || outcome === 'rejected') return { itemId, outcome };
    return { itemId, outcome, detail: appraisalSentences[outcome][language] };
  });
  return { status: 200, body: { outcomes } } as const;
}

async function withdraw({ actor, params, body, at }: Call<typeof appraisalRoutes.withdrawItem>) {
  const item = await withdrawItem(store, { ...params, ...body, by: actor.personId, at });
  if (!item) return refuse('conflict');
  return typeof item === 'string' ? refuse(item) : ({ status: 200, body: shownItem(item) } as const);
}

/** What people decide about items of a bank: a part of the API. */
export const appraisalImplementations = { appraiseItems: appraise, withdrawItem: withdraw };
