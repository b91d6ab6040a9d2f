import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../../../tests/support/api-event.ts';
import {
  pointHandlersAt,
  type ServiceTable,
  startServiceTable,
} from '../../../tests/support/service-table.ts';
import { libraryRoutes } from '../contract.ts';

let service: ServiceTable;
let handler: unknown;

beforeAll(async () => {
  service = await startServiceTable();
  pointHandlersAt(service);
  ({ handler } = await import('./api.ts'));
});
afterAll(() => service?.stop());

const XML = 'text/xml; charset=utf-8';

test('harvesters get XML with status 200, whatever they asked', async () => {
  const identify = await call(handler, libraryRoutes.harvest, { query: { verb: 'Identify' } });
  expect(identify).toMatchObject({ status: 200, headers: { 'content-type': XML } });
  expect(identify.text).toMatch(/^<\?xml/);
  expect(identify.text).toContain('<baseURL>http://127.0.0.1/v1/oai</baseURL>');
  const wrong = await call(handler, libraryRoutes.harvest, { query: { verb: 'Steal' } });
  expect(wrong).toMatchObject({ status: 200, headers: { 'content-type': XML } });
  expect(wrong.text).toContain('code="badVerb"');
});

test('an address that the caller made up is in no answer', async () => {
  const headers = { 'x-forwarded-host': 'harvest.example' };
  const answer = await call(handler, libraryRoutes.harvest, { query: { verb: 'Identify' }, headers });
  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain('harvest.example');
});

test('a posted form is the same request', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { text } = await call(handler, libraryRoutes.harvestByForm, {
    headers,
    form: 'verb=ListMetadataFormats',
  });
  expect(text).toContain('<metadataPrefix>lom</metadataPrefix>');
});
