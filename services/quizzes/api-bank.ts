import { languageOf, refuse } from '#shared/http/problem.ts';
import type { Call } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { BankStore } from './bank-store.ts';
import { createItem, type Edited, editItem } from './commands/edit-item.ts';
import type { bankRoutes } from './contract-bank.ts';
import type { AuthoredQuestion } from './contract-questions.ts';
import type { ItemFault } from './domain/item-faults.ts';
import { itemIdOf } from './domain/item-identity.ts';
import { present, rightResponse } from './domain/item-types.ts';
import type { Question } from './domain/question.ts';
import { alikePairs } from './domain/similarity.ts';
import { bankPage, shownItem } from './queries/bank-page.ts';
import { itemVersions } from './queries/item-versions.ts';
import { faultSentences } from './sentences-faults.ts';

type Headers = Readonly<Record<string, string | undefined>>;

const store = new BankStore(connect(), tableName());

async function list({ actor, params, query }: Call<typeof bankRoutes.listBankItems>) {
  const { cursor, author, ...named } = query;
  const filter = { ...named, ...(author && { [author]: actor.personId }) };
  const page = await bankPage(store, params.courseId, filter, cursor);
  return page === 'invalid-cursor' ? refuse(page, '/query/cursor') : ({ status: 200, body: page } as const);
}

/** A preview is nobody's attempt, so its order may be known. */
function previewOf(question: Question, itemId: string) {
  const { seen, order } = present(question, itemId, 'preview', false);
  const right = rightResponse({ question, order });
  return { seen, ...(right && { right }) };
}

async function get({ params }: Call<typeof bankRoutes.getBankItem>) {
  const [item] = await store.findItems(params.courseId, [params.itemId]);
  if (!item) return refuse('not-found');
  const question = (await store.findQuestions([item])).get(item.itemId) as AuthoredQuestion | undefined;
  if (!question) throw new Error(`the question of item ${item.itemId} is gone`);
  return {
    status: 200,
    body: { item: shownItem(item), question, ...previewOf(question, item.itemId) },
  } as const;
}

/** Who wrote and when, of a request. */
const authorshipOf = ({ actor, at }: Pick<Call<typeof bankRoutes.createItem>, 'actor' | 'at'>) => ({
  by: actor.personId,
  at,
});

/** Each fault at its field, in the caller's language. */
const faulty = (faults: readonly ItemFault[], { headers }: { headers: Headers }) => {
  const language = languageOf(headers['accept-language']);
  const errors = faults.map(({ code, at }) => ({
    pointer: `/body/question${at}`,
    detail: faultSentences[code][language],
  }));
  return { refusal: 'item-faulty', errors } as const;
};

/** The answer to a write that did not come about. */
const refusalOf = (edited: Exclude<Edited, { kind: 'saved' }>, event: { headers: Headers }) =>
  edited.kind === 'refused' ? refuse(edited.reason) : faulty(edited.faults, event);

async function preview({ params, body: { question } }: Call<typeof bankRoutes.previewItem>) {
  return { status: 200, body: previewOf(question, itemIdOf(params.courseId, question.title)) } as const;
}

async function create(call: Call<typeof bankRoutes.createItem>) {
  const edited = await createItem(store, call.params.courseId, call.body.question, authorshipOf(call));
  if (edited.kind !== 'saved') return refusalOf(edited, call.event);
  return { status: 201, body: shownItem(edited.item) } as const;
}

async function edit(call: Call<typeof bankRoutes.editItem>) {
  const { question, version } = call.body;
  const edited = await editItem(store, { ...call.params, version }, question, authorshipOf(call));
  if (edited.kind !== 'saved') return refusalOf(edited, call.event);
  return { status: 200, body: shownItem(edited.item) } as const;
}

async function versions({ params }: Call<typeof bankRoutes.listItemVersions>) {
  const found = await itemVersions(store, params.courseId, params.itemId);
  return found === 'not-found' ? refuse(found) : ({ status: 200, body: { versions: found } } as const);
}

/** Pairs that are shown: who has more has a bank to tidy up before anything else. */
const MOST_PAIRS = 100;

async function alike({ params }: Call<typeof bankRoutes.listAlikeItems>) {
  const items = await store.allItems(params.courseId);
  const byId = new Map(items.map((item) => [item.itemId, item]));
  const pairs = alikePairs(items)
    .slice(0, MOST_PAIRS)
    .map(({ share, itemIds }) => ({ share, items: itemIds.flatMap((itemId) => byId.get(itemId) ?? []) }));
  return { status: 200, body: { pairs } } as const;
}

/** What staff do with item banks: a part of the API. */
export const bankImplementations = {
  listBankItems: list,
  listBankTags: async ({ params }: Call<typeof bankRoutes.listBankTags>) => {
    const tags = (await store.tagsOf(params.courseId)).toSorted((a, b) => a.localeCompare(b, 'vi'));
    return { status: 200, body: { tags } } as const;
  },
  getBankItem: get,
  previewItem: preview,
  createItem: create,
  editItem: edit,
  listItemVersions: versions,
  listAlikeItems: alike,
};
