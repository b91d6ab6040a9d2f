import { beforeAll, describe, expect, it } from 'vitest';
import { problemCatalogues } from '../../docs/generate/refusals.ts';
import { contracts } from '../../services/contracts.ts';
import { ROLES, type Role } from '../../shared/contract/roles.ts';
import type { Route, Routes } from '../../shared/contract/route.ts';
import type { ProblemCatalogue } from '../../shared/http/problems.ts';
import { serviceApi } from '../../shared/http/service-api.ts';
import { call } from '../support/api-event.ts';
import { everyRoute } from './every-route.ts';
import { sampleRequest } from './sample-request.ts';

/** Implementations that only tell they were reached; `not-found` passes through the dispatch whatever the route answers. */
const reached: string[] = [];
const handlers = new Map<string, unknown>();

const stubs = (routes: Routes) =>
  Object.fromEntries(
    Object.keys(routes).map((name) => [
      name,
      async () => {
        reached.push(name);
        return { refusal: 'not-found' as const };
      },
    ]),
  );

const expected = (route: Route, role: Role | 'no-role' | 'signed-out'): number => {
  if (route.roles === 'public') return 404;
  if (role === 'signed-out') return 401;
  if (role === 'no-role') return 403;
  return route.roles === 'anyone' || route.roles.includes(role) ? 404 : 403;
};

const actorOf = (role: Role | 'no-role' | 'signed-out') => {
  if (role === 'signed-out') return {};
  return { actor: { personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W', roles: role === 'no-role' ? [] : [role] } };
};

beforeAll(async () => {
  const catalogues: Readonly<Record<string, ProblemCatalogue>> = await problemCatalogues();
  for (const [service, routes] of Object.entries<Routes>(contracts))
    handlers.set(service, serviceApi(routes, catalogues[service] ?? {}, stubs(routes)));
});

describe.each(everyRoute)('$service $key', ({ service, name, route }) => {
  it.each([...ROLES, 'no-role', 'signed-out'] as const)('%s', async (role) => {
    reached.length = 0;
    const answer = await call(handlers.get(service), route, { ...sampleRequest(route), ...actorOf(role) });
    const status = expected(route, role);
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    expect(reached).toEqual(status === 404 ? [name] : []);
  });
});
