import { api } from '../../api/api.ts';
import type { Api, Refused } from '../../api/types.ts';
import { MAKERS } from './desk-roles.ts';

export type Names = ReadonlyMap<string, string>;
type Reading = { readonly role: (typeof MAKERS)[number]; readonly cursor?: string };

/**
 * Materials carry references, names are the register's: this finds who made them, for those who may read the register.
 * It is read page by page and only as far as needed; who makes no materials any more has no name here. A list that grows
 * asks again before it is answered: one at a time, so that no page is read twice and none is skipped.
 */
export function createSenderBook(asked: Pick<Api, 'listPeople'> = api) {
  const known = new Map<string, string>();
  const left: Reading[] = MAKERS.map((role) => ({ role }));
  const find = async (personIds: readonly string[]): Promise<{ ok: true; body: Names } | Refused> => {
    for (let next = left[0]; next && personIds.some((id) => !known.has(id)); next = left[0]) {
      const answer = await asked.listPeople({ query: next });
      if (!answer.ok) return answer;
      for (const { personId, fullName } of answer.body.people) known.set(personId, fullName);
      const { next: cursor } = answer.body;
      if (cursor) left[0] = { role: next.role, cursor };
      else left.shift();
    }
    return { ok: true, body: known };
  };
  let last: Promise<unknown> = Promise.resolve();
  return (personIds: readonly string[]): ReturnType<typeof find> => {
    const next = () => find(personIds);
    const found = last.then(next, next);
    last = found;
    return found;
  };
}
