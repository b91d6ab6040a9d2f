import { describe, expect, it, vi } from 'vitest';
import { AwsError } from '../core/aws-error.ts';
import { FAILURES, type Item, settled, start } from './fixtures/stream.ts';

const poison = (bad: number) => (records: readonly Item[]) => {
  if (records.some(({ value }) => value === bad)) throw new Error(`poison ${bad}`);
};
/** Reports the first record that is bad, as a handler with partial batch responses does. */
const report = (bad: number) => (records: readonly Item[]) => {
  const found = records.find(({ value }) => value === bad);
  return { batchItemFailures: found ? [{ itemIdentifier: found.dynamodb.SequenceNumber }] : [] };
};

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

  it('are given up also when the destination refuses them, and the shard goes on', async () => {
    const { mapping, stream, batches } = start(
      poison(1),
      { maximumRetryAttempts: 0, onFailureArn: FAILURES, batchSize: 1 },
      {
        deliver: () => {
          throw new AwsError('AccessDeniedException', 'no policy lets it in');
        },
      },
    );
    stream.write(0, 1, 2);
    mapping.start();
    await settled(mapping);
    expect(batches).toEqual([[1], [2]]);
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
