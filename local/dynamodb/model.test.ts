import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AwsError } from '../core/aws-error.ts';
import { systemClock } from '../core/clock.ts';
import { Database } from '../core/database.ts';
import { Faults } from '../core/faults.ts';
import type { Item } from './attribute-value.ts';
import { DynamoDb } from './dynamodb.ts';
import { GUARDS, type Guard, Model, type Read, type Row, type Write } from './reference-model.ts';
import { N, S } from './test-table.ts';

type Step = { write: Write } | { transact: Write[] } | { read: Read };

const TableName = 'model';

const itemOf = ({ pk, sk, hits, topic, place, list }: Row): Item => ({
  pk: S(pk),
  sk: N(sk),
  ...(hits !== undefined && { hits: N(hits) }),
  ...(topic !== undefined && { topic: S(topic) }),
  ...(place !== undefined && { place: N(place) }),
  ...(list && { list: { L: list.map(N) } }),
});

const UPDATES = {
  hit: () => ({ UpdateExpression: 'ADD hits :one', values: { ':one': N(1) } }),
  clear: () => ({ UpdateExpression: 'REMOVE topic', values: {} }),
  append: ({ sk }: Row) => ({
    UpdateExpression: 'SET #l = list_append(#l, :more)',
    ExpressionAttributeNames: { '#l': 'list' },
    values: { ':more': { L: [N(sk)] } },
  }),
  move: ({ topic = 'none', place = 0 }: Row) => ({
    UpdateExpression: 'SET topic = :topic, place = :place',
    values: { ':topic': S(topic), ':place': N(place) },
  }),
};

/** The write as a transaction item; its one member is also the input of the single operation. */
function requestOf({ kind, guard, row }: Write): { action: string; request: Record<string, unknown> } {
  const condition = GUARDS[guard];
  const Key = { pk: S(row.pk), sk: N(row.sk) };
  const { values = {}, ...update } = kind in UPDATES ? UPDATES[kind as keyof typeof UPDATES](row) : {};
  const all = { ...values, ...condition.values };
  const request = {
    TableName,
    ...(kind === 'put' ? { Item: itemOf(row) } : { Key }),
    ...update,
    ...(condition.expression && { ConditionExpression: condition.expression }),
    ...(Object.keys(all).length > 0 && { ExpressionAttributeValues: all }),
  };
  const actions: Partial<Record<Write['kind'], string>> = {
    put: 'Put',
    delete: 'Delete',
    check: 'ConditionCheck',
  };
  return { action: actions[kind] ?? 'Update', request };
}

type Page = { Items: Item[]; LastEvaluatedKey?: Item };

class System {
  readonly #db = new Database(':memory:');
  readonly #dynamodb: DynamoDb;

  constructor() {
    const own = { clock: systemClock(), faults: new Faults(), region: 'r', account: 'a' };
    this.#dynamodb = new DynamoDb({ db: this.#db, ...own });
    const attribute = (AttributeName: string, AttributeType: 'S' | 'N') => ({ AttributeName, AttributeType });
    const key = (hash: string, range: string) => [
      { AttributeName: hash, KeyType: 'HASH' as const },
      { AttributeName: range, KeyType: 'RANGE' as const },
    ];
    this.#dynamodb.ensureTable({
      TableName,
      AttributeDefinitions: [
        attribute('pk', 'S'),
        attribute('sk', 'N'),
        attribute('topic', 'S'),
        attribute('place', 'N'),
      ],
      KeySchema: key('pk', 'sk'),
      GlobalSecondaryIndexes: [
        { IndexName: 'byPlace', KeySchema: key('topic', 'place'), Projection: { ProjectionType: 'ALL' } },
      ],
    });
  }

  close(): void {
    this.#dynamodb.stop();
    this.#db.close();
  }

  #error(operation: string, input: Record<string, unknown>): string | undefined {
    try {
      this.#dynamodb.call(operation, input);
      return undefined;
    } catch (error) {
      if (error instanceof AwsError) return error.code;
      throw error;
    }
  }

  write(write: Write): string | undefined {
    const { action, request } = requestOf(write);
    return this.#error(`${action}Item`, request);
  }

  transact(writes: readonly Write[]): string | undefined {
    const TransactItems = writes.map(requestOf).map(({ action, request }) => ({ [action]: request }));
    return this.#error('TransactWriteItems', { TransactItems });
  }

  #pages(query: object): Item[] {
    const items: Item[] = [];
    let cursor: Item | undefined;
    do {
      const start = cursor && { ExclusiveStartKey: cursor };
      const page = this.#dynamodb.call('Query', { TableName, ...query, ...start }) as Page;
      items.push(...page.Items);
      cursor = page.LastEvaluatedKey;
    } while (cursor);
    return items;
  }

  partition({ pk, sk, upTo, forward, limit }: Read): Item[] {
    return this.#pages({
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': S(pk), ':from': N(sk), ':to': N(upTo) },
      ScanIndexForward: forward,
      Limit: limit,
    });
  }

  places(topic: string, limit: number): (number | undefined)[] {
    const items = this.#pages({
      IndexName: 'byPlace',
      KeyConditionExpression: 'topic = :topic',
      ExpressionAttributeValues: { ':topic': S(topic) },
      Limit: limit,
    });
    return items.map(({ place }) => (place && 'N' in place ? Number(place.N) : undefined));
  }
}

const sortKey = fc.constantFrom(-5, 0, 0.5, 1, 2, 10);
const topic = fc.constantFrom('t', 'u');
const row: fc.Arbitrary<Row> = fc.record(
  {
    pk: fc.constantFrom('p', 'q'),
    sk: sortKey,
    hits: fc.nat(3),
    topic,
    place: fc.constantFrom(-1, 0, 3, 20),
    list: fc.array(fc.nat(3), { maxLength: 2 }),
  },
  { requiredKeys: ['pk', 'sk'] },
);
const GUARD = fc.constantFrom<Guard>('none', 'absent', 'present', 'popular');
const write: fc.Arbitrary<Write> = fc.record({
  kind: fc.constantFrom<Write['kind']>('put', 'hit', 'move', 'append', 'clear', 'delete'),
  guard: GUARD,
  row,
});
const check: fc.Arbitrary<Write> = fc.record({
  kind: fc.constant('check' as const),
  guard: fc.constantFrom<Guard>('absent', 'present', 'popular'),
  row,
});
const read: fc.Arbitrary<Read> = fc.record({
  pk: fc.constantFrom('p', 'q'),
  sk: fc.constantFrom(-5, 0, 0.5),
  upTo: fc.constantFrom(0.5, 2, 10),
  forward: fc.boolean(),
  limit: fc.integer({ min: 1, max: 4 }),
  topic,
});
const transaction = fc.uniqueArray(fc.oneof(write, check), {
  minLength: 1,
  maxLength: 4,
  selector: ({ row: { pk, sk } }) => `${pk}/${sk}`,
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: write.map((each) => ({ write: each })) },
  { weight: 2, arbitrary: transaction.map((writes) => ({ transact: writes })) },
  { weight: 2, arbitrary: read.map((each) => ({ read: each })) },
);

function compare(model: Model, system: System, each: Step): void {
  if ('write' in each) expect(system.write(each.write)).toBe(model.write(each.write));
  else if ('transact' in each) expect(system.transact(each.transact)).toBe(model.transact(each.transact));
  else {
    expect(system.partition(each.read)).toEqual(model.partition(each.read).map(itemOf));
    expect(system.places(each.read.topic, each.read.limit)).toEqual(model.places(each.read.topic));
  }
}

test('any sequence of writes, transactions and paged queries is as on a map of plain rows', {
  timeout: 20_000,
}, () => {
  const everything = { sk: -5, upTo: 10, forward: true, limit: 4 };
  const finals: Step[] = ['p', 'q'].map((pk, i) => ({ read: { ...everything, pk, topic: i ? 'u' : 't' } }));
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const model = new Model();
      const system = new System();
      try {
        for (const each of [...steps, ...finals]) compare(model, system, each);
      } finally {
        system.close();
      }
    }),
    { numRuns: 200, interruptAfterTimeLimit: 8000 },
  );
});
