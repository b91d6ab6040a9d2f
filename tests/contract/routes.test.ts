import { describe, expect, it } from 'vitest';
import { everyRoute } from './every-route.ts';

/** Creations that may be sent twice without harm. */
const WITHOUT_KEY: Readonly<Record<string, string>> = {
  issueInitialPassword: 'a second password replaces the first, and only the last one signs in',
};

const parametersIn = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
const membersOf = (schema: { shape: object } | undefined): string[] => Object.keys(schema?.shape ?? {});

describe('the contracts as a whole', () => {
  it('name every route once', () => {
    const names = everyRoute.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('give every method and path once, whatever the parameters are called', () => {
    const keys = everyRoute.map(({ key }) => key.replace(/\{\w+\}/g, '{}'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('have no exception for a route that is gone', () => {
    expect(everyRoute.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(WITHOUT_KEY)));
  });
});

describe.each(everyRoute)('$service $key', ({ name, route }) => {
  it('lies under /v1, or is a tracked link', () => {
    expect(route.path).toMatch(/^\/(v1|t)\//);
  });

  it('describes exactly the parameters of its path', () => {
    expect(membersOf(route.params).sort()).toEqual(parametersIn(route.path).sort());
  });

  it('takes a body only where the method has one', () => {
    if (route.method === 'GET' || route.method === 'DELETE') expect(route.body).toBeUndefined();
  });

  it('takes an idempotency key when it creates', () => {
    const creates = route.method === 'POST' && 201 in route.answers;
    const takesKey = membersOf(route.headers).includes('idempotency-key');
    expect(takesKey).toBe(creates && !(name in WITHOUT_KEY));
  });

  it('answers with success only; refusals are codes', () => {
    const statuses = Object.keys(route.answers).map(Number);
    expect(statuses.length).toBeGreaterThan(0);
    for (const status of statuses) expect(status).toBeLessThan(400);
  });
});
