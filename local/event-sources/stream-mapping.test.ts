import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { Database } from '../core/database.ts';
import { type FaultRates, Faults } from '../core/faults.ts';
import type { Delivery } from '../events/delivery.ts';
import type { InvocationResult } from '../lambda/function-definition.ts';
import { StreamMapping } from './stream-mapping.ts';
import type { StreamMappingDefinition, StreamRecord, StreamSource } from './stream-source.ts';

type Item = StreamRecord & { readonly value: number };

/** Shards in memory; a sequence number is the position in the shard, zero-padded. */
class FakeStream implements StreamSource {
  readonly records: Item[][] = [[], []];
  readonly listeners = new Set<(table: string) => void>();
  reads = 0;

  write(shard: number, ...values: number[]): void {
    for (const value of values) {
      const SequenceNumber = String((this.records[shard]?.length ?? 0) + 1).padStart(6, '0');
      const dynamodb = { SequenceNumber, ApproximateCreationDateTime: Date.now() / 1000 };
      this.records[shard]?.push({ dynamodb, value });
    }
    for (const listener of this.listeners) listener('things');
  }
  shards = () => [0, 1];
  readStream = (_: string, shard: number, after: string, limit: number) => {
    this.reads += 1;
    return (this.records[shard] ?? []).slice(Number(after), Number(after) + limit);
  };
  latestSequence = (_: string, shard: number) => this.records[shard]?.at(-1)?.dynamodb.SequenceNumber ?? '0';
  onStreamRecord = (listener: (table: string) => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

type Handler = (records: readonly Item[]) => unknown;
const started: StreamMapping[] = [];
afterEach(() => Promise.all(started.splice(0).map((mapping) => mapping.stop(100))));

const FAILURES = 'arn:aws:sqs:ap-southeast-1:000000000000:failures';
const start = (
  handler: Handler,
  changes: Partial<StreamMappingDefinition> = {},
  options: { readonly faults?: FaultRates; readonly stream?: FakeStream; readonly db?: Database } = {},
) => {
  const stream = options.stream ?? new FakeStream();
  const db = options.db ?? new Database(':memory:');
  const faults = new Faults(options.faults, 3);
  const delivered: Delivery[] = [];
  const batches: number[][] = [];
  const invoke = async (_: string, event: unknown): Promise<InvocationResult> => {
    const { Records } = event as { Records: Item[] };
    const base = { requestId: `r${batches.length}`, durationMs: 0, log: [] };
    batches.push(Records.map((record) => record.value));
    try {
      return { ...base, ok: true, payload: JSON.stringify((await handler(Records)) ?? null) };
    } catch (error) {
      if (error === 'throttle')
        return { ...base, ok: false, kind: 'throttled', error: { errorType: 'T', errorMessage: '' } };
      return {
        ...base,
        ok: false,
        kind: 'unhandled',
        error: { errorType: 'E', errorMessage: String(error) },
      };
    }
  };
  const mapping = new StreamMapping({
    definition: {
      id: 'mapping-1',
      table: 'things',
      streamArn: 'arn:stream',
      functionName: 'publish',
      functionArn: 'arn:publish',
      roleArn: 'arn:role',
      batchSize: 4,
      batchingWindowSeconds: 0,
      startingPosition: 'TRIM_HORIZON',
      maximumRetryAttempts: -1,
      maximumRecordAgeSeconds: -1,
      bisectBatchOnFunctionError: false,
      reportsBatchItemFailures: false,
      filters: [],
      ...changes,
    },
    source: stream,
    lambda: { invoke },
    db,
    clock: systemClock(1000),
    faults,
    deliver: (delivery) => {
      delivered.push(delivery);
    },
    log: () => {},
  });
  started.push(mapping);
  return { mapping, stream, db, faults, delivered, batches };
};
const settled = (mapping: StreamMapping) =>
  vi.waitFor(() => expect(mapping.pending()).toBe(0), { timeout: 4000, interval: 5 });
const poison = (bad: number) => (records: readonly Item[]) => {
  if (records.some(({ value }) => value === bad)) throw new Error(`poison ${bad}`);
};
/** Reports the first record that is bad, as a handler with partial batch responses does. */
const report = (bad: number) => (records: readonly Item[]) => {
  const found = records.find(({ value }) => value === bad);
  return { batchItemFailures: found ? [{ itemIdentifier: found.dynamodb.SequenceNumber }] : [] };
};

describe('reading', () => {
  it('hands over in order, in batches, and follows later writes', async () => {
    const { mapping, stream, batches } = start(() => {});
    stream.write(0, 1, 2, 3, 4, 5);
    mapping.start();
    await settled(mapping);
    stream.write(0, 6);
    await settled(mapping);
    expect(batches).toEqual([[1, 2, 3, 4], [5], [6]]);
  });

  it('begins after what is there with LATEST, and reads nothing while idle', async () => {
    const stream = new FakeStream();
    stream.write(0, 1);
    const { mapping, batches } = start(() => {}, { startingPosition: 'LATEST' }, { stream });
    mapping.start();
    stream.write(0, 2);
    await settled(mapping);
    expect(batches).toEqual([[2]]);
    const { reads } = stream;
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(stream.reads).toBe(reads);
  });

  it('goes on from its checkpoint after a restart', async () => {
    const first = start(() => {});
    first.stream.write(0, 1, 2);
    first.mapping.start();
    await settled(first.mapping);
    await first.mapping.stop();
    first.stream.write(0, 3);
    const second = start(() => {}, {}, { stream: first.stream, db: first.db });
    second.mapping.start();
    await settled(second.mapping);
    expect(second.batches).toEqual([[3]]);
  });

  it('passes only what the filter lets through', async () => {
    const filters = ['{"value":[{"numeric":[">",2]}]}', '{"value":[1]}'];
    const { mapping, stream, batches } = start(() => {}, { filters });
    stream.write(0, 1, 2, 3);
    stream.write(1, 2);
    mapping.start();
    await settled(mapping);
    expect(batches).toEqual([[1, 3]]);
    expect(() => start(() => {}, { filters: ['{"value":[{"nope":1}]}'] })).toThrow(
      'Unrecognized match type nope',
    );
  });

  it('waits for the batching window', async () => {
    const { mapping, stream, batches } = start(() => {}, { batchingWindowSeconds: 60 });
    mapping.start();
    stream.write(0, 1);
    await new Promise((resolve) => setImmediate(resolve));
    stream.write(0, 2);
    await settled(mapping);
    expect(batches).toEqual([[1, 2]]);
  });
});

describe('failures', () => {
  it('retry the batch and block the shard, not the other shards', async () => {
    let broken = true;
    const { mapping, stream, batches } = start((records) => {
      if (broken && records[0]?.value === 1) throw new Error('down');
    });
    stream.write(0, 1);
    stream.write(1, 9);
    mapping.start();
    await vi.waitFor(() => expect(batches.filter(([value]) => value === 1).length).toBeGreaterThan(2));
    stream.write(0, 2);
    expect(batches).toContainEqual([9]);
    broken = false;
    await settled(mapping);
    expect(batches.at(-1)).toEqual([2]);
  });

  it('wait out a throttle without using an attempt', async () => {
    let throttles = 5;
    const { mapping, stream, delivered } = start(
      () => {
        throttles -= 1;
        if (throttles >= 0) throw 'throttle';
      },
      { maximumRetryAttempts: 0, onFailureArn: FAILURES },
    );
    stream.write(0, 1);
    mapping.start();
    await settled(mapping);
    expect([throttles, delivered]).toEqual([-1, []]);
  });

  it('are given up after the retries, with a record that says where and holds no data', async () => {
    const { mapping, stream, delivered, batches } = start(poison(2), {
      maximumRetryAttempts: 2,
      onFailureArn: FAILURES,
    });
    stream.write(0, 1, 2);
    mapping.start();
    await settled(mapping);
    expect(batches).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(delivered).toMatchObject([{ arn: FAILURES, roleArn: 'arn:role', sourceArn: 'arn:publish' }]);
    const record: unknown = JSON.parse(delivered[0]?.payload ?? '');
    expect(record).toMatchObject({
      version: '1.0',
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
      DDBStreamBatchInfo: {
        shardId: 'shardId-00000000000000000000',
        startSequenceNumber: '000001',
        endSequenceNumber: '000002',
        batchSize: 2,
        streamArn: 'arn:stream',
      },
    });
    expect(JSON.stringify(record)).not.toContain('value');
  });

  it('are given up when the records are too old', async () => {
    const { mapping, stream, delivered } = start(poison(1), {
      maximumRecordAgeSeconds: 60,
      onFailureArn: FAILURES,
    });
    stream.write(0, 1);
    mapping.start();
    await settled(mapping);
    expect(JSON.parse(delivered[0]?.payload ?? '')).toMatchObject({
      requestContext: { condition: 'RecordAgeExceeded' },
    });
  });

  it('bisect the batch until only the poison is left', async () => {
    const { mapping, stream, delivered, batches } = start(poison(3), {
      maximumRetryAttempts: 1,
      bisectBatchOnFunctionError: true,
      onFailureArn: FAILURES,
    });
    stream.write(0, 1, 2, 3, 4, 5);
    mapping.start();
    await settled(mapping);
    expect(batches).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [3], [4], [5]]);
    expect(JSON.parse(delivered[0]?.payload ?? '')).toMatchObject({ DDBStreamBatchInfo: { batchSize: 1 } });
  });

  it('reported by item go on from the first that failed', async () => {
    const { mapping, stream, batches } = start(report(3), {
      reportsBatchItemFailures: true,
      maximumRetryAttempts: 1,
    });
    stream.write(0, 1, 2, 3, 4);
    mapping.start();
    await settled(mapping);
    expect(batches).toEqual([
      [1, 2, 3, 4],
      [3, 4],
      [3, 4],
    ]);
  });

  const ANSWERS: [string, unknown, number][] = [
    ['no answer', null, 1],
    ['an empty list', { batchItemFailures: [] }, 1],
    ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }, 2],
    ['an unknown identifier', { batchItemFailures: [{ itemIdentifier: '99' }] }, 2],
    ['no identifier', { batchItemFailures: [{}] }, 2],
  ];
  it.each(ANSWERS)('%s counts as it does on AWS', async (_, answer, invocations) => {
    const { mapping, stream, batches } = start(() => answer, {
      reportsBatchItemFailures: true,
      maximumRetryAttempts: 1,
    });
    stream.write(0, 1);
    mapping.start();
    await settled(mapping);
    expect(batches).toHaveLength(invocations);
  });

  it('under injected replays hand over every record, in order but for repeats', async () => {
    const { mapping, stream, batches, faults } = start(
      () => {},
      {},
      { faults: { duplicate: 0.3, crash: 0.3 } },
    );
    const values = Array.from({ length: 60 }, (_, n) => n);
    stream.write(0, ...values);
    mapping.start();
    await settled(mapping);
    expect(faults.hits.duplicate).toBeGreaterThan(0);
    expect(faults.hits.crash).toBeGreaterThan(0);
    expect([...new Set(batches.flat())]).toEqual(values);
    expect(batches).toHaveLength(15 + faults.hits.duplicate + faults.hits.crash);
  });
});

it('handles every good record whatever the batch size and the places of the poison', async () => {
  const shape = fc.record({
    size: fc.integer({ min: 1, max: 8 }),
    count: fc.integer({ min: 1, max: 20 }),
    bad: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 4 }),
    partial: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(shape, async ({ size, count, bad, partial }) => {
      const done: number[] = [];
      const handler: Handler = (records) => {
        const index = records.findIndex(({ value }) => bad.includes(value));
        if (index >= 0 && !partial) throw new Error('poison');
        done.push(...records.slice(0, index < 0 ? records.length : index).map(({ value }) => value));
        return {
          batchItemFailures: index < 0 ? [] : [{ itemIdentifier: records[index]?.dynamodb.SequenceNumber }],
        };
      };
      const { mapping, stream } = start(handler, {
        batchSize: size,
        bisectBatchOnFunctionError: true,
        reportsBatchItemFailures: partial,
        maximumRetryAttempts: 1,
      });
      stream.write(0, ...Array.from({ length: count }, (_, n) => n));
      mapping.start();
      await settled(mapping);
      const good = Array.from({ length: count }, (_, n) => n).filter((n) => !bad.includes(n));
      expect(done).toEqual(good);
    }),
    { numRuns: 25 },
  );
});
