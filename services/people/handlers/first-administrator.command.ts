import { ulid } from 'ulid';
import * as z from 'zod';
import { Line } from '#shared/contract/values.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { Accounts } from '../accounts.ts';
import { appointFirstAdministrator } from '../commands/appoint-first-administrator.ts';
import { LoginName } from '../contract.ts';
import { PeopleStore } from '../store.ts';

const Input = z.strictObject({
  fullName: Line(80),
  loginName: LoginName,
  password: z.string().min(8).max(99).regex(/[a-z]/).regex(/\d/),
});
const Question = z.strictObject({ ask: z.literal('needed') });

const people = new PeopleStore(connect(), tableName());
const accounts = new Accounts();

/**
 * Invoked by an operator, never through the API. `{ask: 'needed'}` tells whether a centre still has nobody;
 * otherwise the payload is the administrator, and the answer `{personId}`, `{refusal: 'exists'}` or the faulty fields.
 */
export const handler = async (payload: unknown) => {
  if (Question.safeParse(payload).success) return { needed: !(await people.firstAdministrator())?.canSignIn };
  const input = Input.safeParse(payload);
  if (!input.success)
    return { refusal: 'invalid-request', fields: input.error.issues.map((issue) => issue.path.join('/')) };
  const at = new Date().toISOString();
  const cause = { actor: 'system', at, correlationId: 'set-up', causationId: 'set-up' };
  const outcome = await appointFirstAdministrator(
    people,
    accounts,
    { ...input.data, personId: ulid() },
    cause,
  );
  return outcome === 'exists' ? { refusal: 'exists' } : outcome;
};
