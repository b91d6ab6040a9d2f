import { describe, expect, it } from 'vitest';
import { asyncApi } from '../generate/asyncapi.ts';
import { openApi } from '../generate/openapi.ts';
import { apiPage } from './api-page.ts';
import { eventsPage } from './events-page.ts';
import { html } from './html.ts';

const document = await openApi();
const api = apiPage(document);
const events = eventsPage(asyncApi());
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

const idsOf = (page: string): string[] => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);

describe('markup', () => {
  it('never takes a text for markup', () => {
    expect(html`<p title="${'"'}">${`<b>&'</b>`}</p>`.html).toBe(
      '<p title="&quot;">&lt;b&gt;&amp;&#39;&lt;/b&gt;</p>',
    );
  });

  it('puts markup and lists of it as they are', () => {
    expect(html`<ul>${[html`<li>1</li>`, html`<li>2</li>`]}</ul>${undefined}`.html).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
  });
});

describe.each([
  ['api', api],
  ['events', events],
])('the %s page', (_, page) => {
  it('passes a policy without inline script and style', () => {
    expect(page).not.toMatch(/<script|<style| style=| on\w+=|javascript:/);
  });

  it('leads only to places that it has', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
    expect(idsOf(page)).toEqual(expect.arrayContaining(targets));
  });

  it('gives every place once', () => {
    expect(new Set(idsOf(page)).size).toBe(idsOf(page).length);
  });
});

describe('the pages together', () => {
  it('show every route and every event', () => {
    expect(idsOf(api)).toEqual(expect.arrayContaining(operations.map(({ operationId }) => operationId)));
    expect(idsOf(events)).toEqual(expect.arrayContaining(Object.keys(asyncApi().components.messages)));
  });

  it('say every refusal that a route names in both languages', () => {
    const problems = document['x-problems'];
    for (const { tags, 'x-refusals': codes } of operations)
      for (const code of codes) {
        const text = problems[tags[0]]?.[code] ?? problems.common?.[code];
        expect(api).toContain(html`${text?.vi}`.html);
        expect(api).toContain(html`${text?.en}`.html);
      }
  });
});
