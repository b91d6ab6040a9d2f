import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../../../tests/support/api-event.ts';
import {
  pointHandlersAt,
  type ServiceTable,
  startServiceTable,
} from '../../../tests/support/service-table.ts';
import { searchRoutes } from '../contract.ts';

let service: ServiceTable;
let handler: unknown;

beforeAll(async () => {
  service = await startServiceTable();
  pointHandlersAt(service);
  ({ handler } = await import('./search.ts'));
});
afterAll(() => service?.stop());

test('a search of an empty library finds nothing, and one without words is refused', async () => {
  const search = (query: Record<string, string>) => call(handler, searchRoutes.searchMaterials, { query });
  expect(await search({ q: 'mật khẩu' })).toMatchObject({ status: 200, body: { materials: [], total: 0 } });
  expect((await search({ q: ' ' })).status).toBe(422);
  expect((await search({ q: 'a', cursor: '-1' })).status).toBe(422);
});
