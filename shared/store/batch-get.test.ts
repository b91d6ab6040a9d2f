import type { BatchGetCommandInput, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { batchGet } from './batch-get.ts';

const keys = Array.from({ length: 230 }, (_, n) => ({ pk: `P#${n}`, sk: 'META' }));

it('reads every key once and consistently, also what a throttled call left unread', async () => {
  const calls: number[] = [];
  const db = {
    send: async ({ input }: { input: BatchGetCommandInput }) => {
      const asked = input.RequestItems?.t;
      expect(asked?.ConsistentRead).toBe(true);
      const wanted = asked?.Keys ?? [];
      calls.push(wanted.length);
      const served = calls.length % 2 === 0 ? wanted : wanted.slice(10);
      const unread = wanted.slice(0, wanted.length - served.length);
      return { Responses: { t: served }, UnprocessedKeys: unread.length > 0 ? { t: { Keys: unread } } : {} };
    },
  } as unknown as DynamoDBDocumentClient;
  const found = await batchGet(db, 't', keys);
  expect(Math.max(...calls)).toBeLessThanOrEqual(100);
  expect(found.map(({ pk }) => pk).toSorted()).toEqual(keys.map(({ pk }) => pk).toSorted());
});

it('asks once for what is named several times, which DynamoDB would refuse', async () => {
  const asked: unknown[] = [];
  const db = {
    send: async ({ input }: { input: BatchGetCommandInput }) => {
      asked.push(...(input.RequestItems?.t?.Keys ?? []));
      return {};
    },
  } as unknown as DynamoDBDocumentClient;
  const [a, b] = [
    { pk: 'P#A', sk: 'META' },
    { pk: 'P#A', sk: 'B' },
  ];
  await batchGet(db, 't', [a, b, { ...a }, { ...b }]);
  expect(asked).toEqual([a, b]);
});
