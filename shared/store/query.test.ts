import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { queryAll, queryPages } from './query.ts';

/** Four of these fill more than the megabyte that a page may hold. Bytes. */
const LARGE = 300_000;

let service: ServiceTable;

beforeAll(async () => {
  service = await startServiceTable();
  for (let no = 0; no < 7; no += 1) {
    const Item = { pk: 'P', sk: `ITEM#${no}`, text: 'x'.repeat(LARGE), mark: no === 6 ? 'last' : 'other' };
    await service.db.send(new PutCommand({ TableName: service.table, Item }));
  }
});
afterAll(() => service.stop());

const asked = () => ({
  TableName: service.table,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': 'P' },
});

it('reads on past the page that the store gives, every item once and in order', async () => {
  const sizes: number[] = [];
  for await (const page of queryPages(service.db, asked())) sizes.push(page.length);
  expect(sizes.length).toBeGreaterThan(1);
  const found = await queryAll(service.db, asked());
  expect(found.map(({ sk }) => sk)).toEqual(Array.from({ length: 7 }, (_, no) => `ITEM#${no}`));
});

it('goes on past pages from which a filter left nothing', async () => {
  const { ExpressionAttributeValues, ...rest } = asked();
  const found = await queryAll(service.db, {
    ...rest,
    FilterExpression: 'mark = :mark',
    ExpressionAttributeValues: { ...ExpressionAttributeValues, ':mark': 'last' },
  });
  expect(found.map(({ sk }) => sk)).toEqual(['ITEM#6']);
});
