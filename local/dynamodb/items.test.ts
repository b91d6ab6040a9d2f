import { DeleteItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf, N, S, startTestTable, TABLE } from './test-table.ts';

let table: Awaited<ReturnType<typeof startTestTable>>;
beforeAll(async () => {
  table = await startTestTable();
});
afterAll(() => table.stop());

describe('conditions', () => {
  test('a put that must be the first one wins once', async () => {
    const first = { ConditionExpression: 'attribute_not_exists(pk)' };
    await table.put({ ...keyOf('first'), v: N(1) }, first);
    await expect(table.put({ ...keyOf('first'), v: N(2) }, first)).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      message: 'The conditional request failed',
    });
    expect((await table.get(keyOf('first')))?.v).toEqual(N(1));
  });

  test('a failed condition returns the stored item when asked', async () => {
    await table.put({ ...keyOf('stored'), v: N(1) });
    const failed = table.put(
      { ...keyOf('stored'), v: N(2) },
      {
        ConditionExpression: 'v = :expected',
        ExpressionAttributeValues: { ':expected': N(99) },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    );
    await expect(failed).rejects.toMatchObject({ Item: { ...keyOf('stored'), v: N(1) } });
  });

  test('a conditional delete keeps or returns the item', async () => {
    await table.put({ ...keyOf('delete'), v: N(1) });
    const remove = (
      ConditionExpression: string,
      ExpressionAttributeValues: Record<string, { S: string } | { N: string }>,
    ) =>
      table.client.send(
        new DeleteItemCommand({
          TableName: TABLE.TableName,
          Key: keyOf('delete'),
          ConditionExpression,
          ExpressionAttributeValues,
          ReturnValues: 'ALL_OLD',
        }),
      );
    await expect(remove('v = :x', { ':x': N(2) })).rejects.toThrow('The conditional request failed');
    const deleted = await remove(
      'v BETWEEN :low AND :high AND (attribute_type(v, :type) OR size(sk) > :high) AND NOT contains(sk, :other)',
      { ':low': N(0), ':high': N(5), ':type': S('N'), ':other': S('zz') },
    );
    expect(deleted.Attributes?.v).toEqual(N(1));
    expect(await table.get(keyOf('delete'))).toBeUndefined();
  });
});

describe('updates', () => {
  test('all four sections, functions and nested paths in one expression', async () => {
    await table.put({
      ...keyOf('update'),
      n: N(5),
      l: { L: [N(1)] },
      m: { M: { a: N(1), b: { L: [S('x'), S('y')] } } },
      tags: { SS: ['a', 'b'] },
    });
    const { Attributes } = await table.update(
      keyOf('update'),
      'SET n = n + :i, l = list_append(l, :l), q = if_not_exists(q, :zero), m.a = :i, m.b[1] = :y REMOVE m.b[0] ADD hits :i DELETE tags :d',
      {
        ExpressionAttributeValues: {
          ':i': N(3),
          ':l': { L: [N(2)] },
          ':zero': N(0),
          ':y': S('Y'),
          ':d': { SS: ['a'] },
        },
        ReturnValues: 'ALL_NEW',
      },
    );
    expect(Attributes).toEqual({
      ...keyOf('update'),
      n: N(8),
      l: { L: [N(1), N(2)] },
      m: { M: { a: N(3), b: { L: [S('Y')] } } },
      tags: { SS: ['b'] },
      q: N(0),
      hits: N(3),
    });
  });

  test('UPDATED_NEW and UPDATED_OLD return what the expression touched', async () => {
    await table.put({ ...keyOf('returned'), n: N(1), other: N(7) });
    const set = (n: number, ReturnValues: 'UPDATED_NEW' | 'UPDATED_OLD') =>
      table.update(keyOf('returned'), 'SET n = :n', {
        ExpressionAttributeValues: { ':n': N(n) },
        ReturnValues,
      });
    expect((await set(9, 'UPDATED_NEW')).Attributes).toEqual({ n: N(9) });
    expect((await set(10, 'UPDATED_OLD')).Attributes).toEqual({ n: N(9) });
  });

  test('attributes may be called as what every object inherits', async () => {
    await table.update(keyOf('inherited'), 'SET toString = :v', {
      ConditionExpression: 'attribute_not_exists(hasOwnProperty)',
      ExpressionAttributeValues: { ':v': N(1) },
    });
    expect(await table.get(keyOf('inherited'))).toEqual({ ...keyOf('inherited'), toString: N(1) });
  });

  test('removed list elements are those of the item before', async () => {
    await table.put({ ...keyOf('removed'), l: { L: [N(0), N(1), N(2), N(3)] } });
    await table.update(keyOf('removed'), 'REMOVE l[0], l[2]');
    expect((await table.get(keyOf('removed')))?.l).toEqual({ L: [N(1), N(3)] });
  });

  test('an absent item is created; operands see the item as it was', async () => {
    await table.update(keyOf('new'), 'SET a = :a, b = :b', {
      ExpressionAttributeValues: { ':a': N(1), ':b': N(2) },
    });
    await table.update(keyOf('new'), 'SET a = b, b = a');
    expect(await table.get(keyOf('new'))).toEqual({ ...keyOf('new'), a: N(2), b: N(1) });
  });

  test.each([
    ['SET pk = :v', 'Cannot update attribute pk. This attribute is part of the key'],
    ['SET m.a = :v, m = :v', 'overlap with each other'],
    ['SET n = :v, q = :undefined', 'attribute value: :undefined'],
    ['SET n = n2 + :v', 'refers to an attribute that does not exist'],
    ['SET s = s + :v', 'incorrect data type'],
    ['SET nowhere.a = :v', 'document path provided in the update expression is invalid'],
    ['SET n = :v SET q = :v', 'can only be used once'],
    ['SET n = size(n) + :v', 'function is not allowed'],
    ['SET status = :v', 'reserved keyword: status'],
    ['SET n = :v ?', 'Syntax error; token: "?"'],
    ['SET n', 'token: "<EOF>"'],
  ])('%s is refused', async (expression, message) => {
    await table.put({ ...keyOf('refused'), n: N(1), s: S('text'), m: { M: {} } });
    const update = table.update(keyOf('refused'), expression, { ExpressionAttributeValues: { ':v': N(1) } });
    await expect(update).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(message),
    });
  });
});

describe('values', () => {
  test('numbers keep 38 digits and are normalised', async () => {
    const big = '12345678901234567890123456789012345678';
    await table.put({ ...keyOf('numbers'), big: N(big), small: N('0.1'), set: { NS: ['1', '2.50'] } });
    const { Attributes } = await table.update(keyOf('numbers'), 'SET big = big + :one ADD small :tenths', {
      ExpressionAttributeValues: { ':one': N(1), ':tenths': N('0.2') },
      ReturnValues: 'ALL_NEW',
    });
    expect(Attributes).toMatchObject({ big: N('12345678901234567890123456789012345679'), small: N('0.3') });
    expect(Attributes?.set?.NS?.toSorted()).toEqual(['1', '2.5']);
  });

  test('binary, empty strings, NULL and BOOL survive', async () => {
    const values = {
      bin: { B: new Uint8Array([1, 2, 255]) },
      empty: S(''),
      nothing: { NULL: true as const },
      no: { BOOL: false },
    };
    await table.put({ ...keyOf('types'), ...values });
    expect(await table.get(keyOf('types'))).toEqual({ ...keyOf('types'), ...values });
  });

  test.each([
    ['an empty key', { pk: S(''), sk: S('a') }, 'empty string value'],
    ['a missing key', { pk: S('x') }, 'Missing the key sk'],
    ['a key of another type', { pk: N(1), sk: S('a') }, 'Type mismatch for key pk'],
    ['an index key of another type', { ...keyOf('x'), topic: N(1) }, 'Type mismatch for Index Key topic'],
    ['an empty set', { ...keyOf('x'), tags: { SS: [] } }, 'may not be empty'],
    ['a set with duplicates', { ...keyOf('x'), tags: { NS: ['1', '1.0'] } }, 'contains duplicates'],
    ['39 digits', { ...keyOf('x'), n: N('1'.repeat(39)) }, '38 significant digits'],
    ['a magnitude of 126', { ...keyOf('x'), n: N('1e126') }, 'Number overflow'],
    ['more than 400 KB', { ...keyOf('x'), text: S('x'.repeat(410_000)) }, 'Item size has exceeded'],
    ['a key of 2,049 bytes', { pk: S('k'.repeat(2049)), sk: S('a') }, '2048 bytes'],
  ])('%s is refused', async (_, item, message) => {
    await expect(table.put(item)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(message),
    });
  });

  test('a projection keeps the named parts, in list order', async () => {
    await table.put({
      ...keyOf('shape'),
      l: { L: [N(1), N(2), N(3)] },
      m: { M: { a: N(1), b: N(2) } },
      x: N(0),
    });
    const { Item } = await table.client.send(
      new GetItemCommand({
        TableName: TABLE.TableName,
        Key: keyOf('shape'),
        ProjectionExpression: 'l[2], l[0], m.#b, nowhere',
        ExpressionAttributeNames: { '#b': 'b' },
      }),
    );
    expect(Item).toEqual({ l: { L: [N(1), N(3)] }, m: { M: { b: N(2) } } });
  });
});

test('unused and undefined placeholders are refused', async () => {
  const update = (more: object) => table.update(keyOf('names'), 'SET n = :n', more);
  await expect(update({ ExpressionAttributeValues: { ':n': N(1), ':unused': N(2) } })).rejects.toThrow(
    'ExpressionAttributeValues unused in expressions: keys: {:unused}',
  );
  await expect(table.put(keyOf('names'), { ExpressionAttributeNames: { '#a': 'a' } })).rejects.toThrow(
    'can only be specified when using expressions',
  );
  await expect(
    table.update(keyOf('names'), 'SET #a = :n', { ExpressionAttributeValues: { ':n': N(1) } }),
  ).rejects.toThrow('attribute name: #a');
});
