import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FakeStream, type Handler, settled, start } from './fixtures/stream.ts';

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
