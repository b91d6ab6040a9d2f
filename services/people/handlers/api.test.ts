import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { call } from '../../../tests/support/api-event.ts';
import {
  pointHandlersAt,
  type ServiceTable,
  startServiceTable,
} from '../../../tests/support/service-table.ts';
import { Accounts } from '../accounts.ts';
import { peopleRoutes } from '../contract.ts';
import { PeopleStore } from '../store.ts';

const director = { personId: ulid(), roles: ['director'] } as const;
const trainingHead = { personId: ulid(), roles: ['training-head'] } as const;
let service: ServiceTable;
let handler: unknown;

beforeAll(async () => {
  service = await startServiceTable();
  pointHandlersAt(service, { USER_POOL_ID: 'pool' });
  ({ handler } = await import('./api.ts'));
});
afterAll(() => service.stop());

const register = (actor: typeof director | typeof trainingHead, role: 'director' | 'learner') =>
  call(handler, peopleRoutes.registerPerson, {
    actor,
    headers: { 'idempotency-key': ulid() },
    body: { fullName: 'Huỳnh Thanh Phong', loginName: ulid().toLowerCase(), roles: [role] },
  });

it('lets only a director make a director, or take over the account of one', async () => {
  const setPassword = vi.spyOn(Accounts.prototype, 'setPassword').mockResolvedValue();
  expect((await register(trainingHead, 'director')).status).toBe(403);
  const [boss, learner] = [await register(director, 'director'), await register(trainingHead, 'learner')];
  expect([boss.status, learner.status]).toEqual([201, 201]);
  const issue = async (actor: typeof director | typeof trainingHead, { body }: typeof boss) => {
    const personId = String(body?.personId);
    await new PeopleStore(service.db, service.table).markAccountActive(personId);
    return (await call(handler, peopleRoutes.issueInitialPassword, { actor, params: { personId } })).status;
  };
  expect(await issue(trainingHead, boss)).toBe(403);
  expect(setPassword).not.toHaveBeenCalled();
  expect([await issue(director, boss), await issue(trainingHead, learner)]).toEqual([201, 201]);
});

it('tells pages that wait for an account to ask again, without calling it a refusal', async () => {
  const setPassword = vi.spyOn(Accounts.prototype, 'setPassword').mockResolvedValue();
  setPassword.mockClear();
  const { body } = await register(trainingHead, 'learner');
  const params = { personId: String(body?.personId) };
  const asked = await call(handler, peopleRoutes.issueInitialPassword, { actor: trainingHead, params });
  expect(asked).toMatchObject({ status: 202, body: { account: 'pending' } });
  expect(setPassword).not.toHaveBeenCalled();
});
