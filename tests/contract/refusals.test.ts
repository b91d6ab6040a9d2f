import { describe, expect, it } from 'vitest';
import { problemCatalogues, problemText, refusalCodes } from '../../docs/generate/refusals.ts';
import { commonProblems } from '../../shared/http/problems.ts';
import { everyRoute } from './every-route.ts';

const catalogues = await problemCatalogues();
const texts = Object.entries({ common: commonProblems, ...catalogues }).flatMap(([service, catalogue]) =>
  Object.entries(catalogue).map(([code, text]) => ({ service, code, text })),
);

describe.each(everyRoute)('$service $key', ({ service, route }) => {
  it('refuses with known codes only, each named once', () => {
    for (const code of refusalCodes(route))
      expect(() => problemText(code, catalogues[service] ?? {})).not.toThrow();
    expect(new Set(route.refusals).size).toBe(route.refusals?.length ?? 0);
  });
});

describe.each(texts)('$service: $code', ({ text }) => {
  it('is said in Vietnamese and in English', () => {
    expect(text.vi).toMatch(/[à-ỹđ]/i);
    expect(text.en).toMatch(/^[\x20-\x7e]+$/);
    for (const sentence of [text.vi, text.en]) expect(sentence).toMatch(/^\S.*[.]$/);
  });

  it('is an error of the caller or of the system', () => {
    expect(text.status).toBeGreaterThanOrEqual(400);
    expect(text.status).toBeLessThan(600);
  });
});

describe.each(texts.filter(({ service }) => service !== 'common'))('$service: $code', ({ service, code }) => {
  it('belongs to a route of its service', () => {
    const routes = everyRoute.filter((one) => one.service === service);
    expect(routes.flatMap(({ route }) => route.refusals ?? [])).toContain(code);
  });

  it('does not replace a common code', () => {
    expect(Object.keys(commonProblems)).not.toContain(code);
  });
});
