import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { type FaultRates, Faults } from '../core/faults.ts';
import type { InvocationResult } from '../lambda/function-definition.ts';
import { QueueMapping, type QueueMappingDefinition, type QueueSource } from './queue-mapping.ts';
import type { QueueMessage, QueueRecord } from './queue-record.ts';

/** A queue in memory whose received messages come back when `comeBack` is called, as after a visibility timeout. */
class FakeQueue implements QueueSource {
  readonly visible: QueueMessage[] = [];
  readonly hidden = new Map<string, QueueMessage>();
  receives = 0;
  #arrived = Promise.withResolvers<void>();

  send(...bodies: string[]): void {
    for (const Body of bodies)
      this.visible.push({
        MessageId: `id-${Body}`,
        ReceiptHandle: `handle-${Body}`,
        Body,
        MD5OfBody: 'md5',
        Attributes: { ApproximateReceiveCount: '1' },
        MessageAttributes: { kind: { DataType: 'String', StringValue: 'test' } },
      });
    this.#arrived.resolve();
    this.#arrived = Promise.withResolvers();
  }
  comeBack(): void {
    this.visible.push(...this.hidden.values());
    this.hidden.clear();
    this.#arrived.resolve();
    this.#arrived = Promise.withResolvers();
  }
  receive: QueueSource['receive'] = async (_, { max, waitMs, signal }) => {
    this.receives += 1;
    if (this.visible.length === 0) {
      const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      const late = new Promise<void>((resolve) => setTimeout(resolve, waitMs).unref());
      await Promise.race([this.#arrived.promise, aborted, late]);
    }
    const messages = this.visible.splice(0, max);
    for (const message of messages) this.hidden.set(message.ReceiptHandle, message);
    return messages;
  };
  remove: QueueSource['remove'] = (_, handle) => {
    this.hidden.delete(handle);
  };
}

const started: QueueMapping[] = [];
afterEach(() => Promise.all(started.splice(0).map((mapping) => mapping.stop(100))));

type Handler = (records: readonly QueueRecord[]) => unknown;
const start = (
  handler: Handler,
  changes: Partial<QueueMappingDefinition> = {},
  options: { readonly faults?: FaultRates; readonly capacity?: number } = {},
) => {
  const queue = new FakeQueue();
  const faults = new Faults(options.faults, 3);
  const batches: string[][] = [];
  const events: QueueRecord[][] = [];
  const invoke = async (_: string, event: unknown): Promise<InvocationResult> => {
    const { Records } = event as { Records: QueueRecord[] };
    const base = { requestId: 'r', durationMs: 0, log: [] };
    events.push(Records);
    batches.push(Records.map((record) => record.body));
    try {
      return { ...base, ok: true, payload: JSON.stringify((await handler(Records)) ?? null) };
    } catch (error) {
      const kind = error === 'throttle' ? 'throttled' : 'unhandled';
      return { ...base, ok: false, kind, error: { errorType: 'E', errorMessage: String(error) } };
    }
  };
  const mapping = new QueueMapping({
    definition: {
      id: 'mapping-2',
      queueName: 'work',
      queueArn: 'arn:aws:sqs:ap-southeast-1:000000000000:work',
      functionName: 'worker',
      batchSize: 10,
      batchingWindowSeconds: 0,
      reportsBatchItemFailures: false,
      filters: [],
      ...changes,
    },
    source: queue,
    lambda: { invoke },
    clock: systemClock(1000),
    faults,
    capacity: options.capacity ?? 1,
  });
  started.push(mapping);
  mapping.start();
  return { mapping, queue, faults, batches, events };
};
const emptied = (queue: FakeQueue, mapping: QueueMapping) =>
  vi.waitFor(() => expect([queue.visible.length, queue.hidden.size, mapping.pending()]).toEqual([0, 0, 0]));
const handled = (mapping: QueueMapping, batches: unknown[], count: number) =>
  vi.waitFor(() => expect([batches.length, mapping.pending()]).toEqual([count, 0]));

describe('QueueMapping', () => {
  it('hands over messages in the form of AWS and removes them', async () => {
    const { mapping, queue, events } = start(() => {});
    queue.send('a');
    await emptied(queue, mapping);
    expect(events).toEqual([
      [
        {
          messageId: 'id-a',
          receiptHandle: 'handle-a',
          body: 'a',
          attributes: { ApproximateReceiveCount: '1' },
          messageAttributes: {
            kind: { stringValue: 'test', dataType: 'String', stringListValues: [], binaryListValues: [] },
          },
          md5OfBody: 'md5',
          eventSource: 'aws:sqs',
          eventSourceARN: 'arn:aws:sqs:ap-southeast-1:000000000000:work',
          awsRegion: 'ap-southeast-1',
        },
      ],
    ]);
  });

  it('keeps the whole batch when the function fails', async () => {
    const { mapping, queue, batches } = start(() => {
      throw new Error('down');
    });
    queue.send('a', 'b');
    await handled(mapping, batches, 1);
    expect([...queue.hidden.keys()]).toEqual(['handle-a', 'handle-b']);
  });

  it('keeps only what a partial batch response names', async () => {
    const answer = { batchItemFailures: [{ itemIdentifier: 'id-b' }] };
    const { mapping, queue, batches } = start(() => answer, { reportsBatchItemFailures: true });
    queue.send('a', 'b', 'c');
    await handled(mapping, batches, 1);
    expect([...queue.hidden.keys()]).toEqual(['handle-b']);
  });

  it('ignores such a response when the mapping does not ask for it', async () => {
    const { mapping, queue } = start(() => ({ batchItemFailures: [{ itemIdentifier: 'id-a' }] }));
    queue.send('a');
    await emptied(queue, mapping);
  });

  it('keeps everything when the response is not valid', async () => {
    const answer = { batchItemFailures: [{ itemIdentifier: '' }] };
    const { mapping, queue, batches } = start(() => answer, { reportsBatchItemFailures: true });
    queue.send('a', 'b');
    await handled(mapping, batches, 1);
    expect(queue.hidden.size).toBe(2);
  });

  it('removes what the filter refuses, and looks into a JSON body', async () => {
    const { mapping, queue, batches } = start(() => {}, { filters: ['{"body":{"kind":["good"]}}'] });
    queue.send('{"kind":"good"}', '{"kind":"bad"}', 'no json');
    await emptied(queue, mapping);
    expect(batches).toEqual([['{"kind":"good"}']]);
  });

  it('fills a batch over several receives within its window', async () => {
    const { mapping, queue, batches } = start(() => {}, { batchSize: 25, batchingWindowSeconds: 100 });
    queue.send(...Array.from({ length: 12 }, (_, n) => String(n)));
    await vi.waitFor(() => expect(queue.receives).toBeGreaterThanOrEqual(3));
    queue.send('late');
    await emptied(queue, mapping);
    expect(batches.map((batch) => batch.length)).toEqual([13]);
  });

  it.each([
    [4, undefined, 4],
    [4, 2, 2],
    [1, 8, 1],
  ])(
    'with room for %i and a maximum concurrency of %s runs %i at a time',
    async (capacity, maximum, wanted) => {
      let running = 0;
      let most = 0;
      const release = Promise.withResolvers<void>();
      const limits = { batchSize: 1, ...(maximum !== undefined && { maximumConcurrency: maximum }) };
      const { mapping, queue } = start(
        async () => {
          running += 1;
          most = Math.max(most, running);
          await release.promise;
          running -= 1;
        },
        limits,
        { capacity },
      );
      queue.send('a', 'b', 'c', 'd', 'e', 'f');
      await vi.waitFor(() => expect(running).toBe(wanted));
      release.resolve();
      await emptied(queue, mapping);
      expect(most).toBe(wanted);
    },
  );

  it('waits out a throttle', async () => {
    let throttles = 3;
    const { mapping, queue, batches } = start(() => {
      throttles -= 1;
      if (throttles >= 0) throw 'throttle';
    });
    queue.send('a');
    await emptied(queue, mapping);
    expect(batches).toHaveLength(4);
  });

  it('does not poll a queue that stays empty', async () => {
    const { mapping, queue } = start(() => {});
    queue.send('a');
    await emptied(queue, mapping);
    expect(queue.receives).toBe(2);
  });

  it('stops after the batch that runs', async () => {
    const release = Promise.withResolvers<void>();
    const { mapping, queue } = start(() => release.promise);
    queue.send('a');
    await vi.waitFor(() => expect(mapping.pending()).toBe(1));
    const stopped = mapping.stop();
    release.resolve();
    await stopped;
    expect(queue.hidden.size).toBe(0);
    queue.send('b');
    expect(mapping.pending()).toBe(0);
  });

  it('sees a message again when its acknowledgement is lost', async () => {
    const { mapping, queue, faults, batches } = start(() => {}, { batchSize: 1 }, { faults: { crash: 0.3 } });
    const bodies = Array.from({ length: 30 }, (_, n) => String(n));
    queue.send(...bodies);
    await vi.waitFor(() => {
      queue.comeBack();
      expect([queue.visible.length, mapping.pending()]).toEqual([0, 0]);
    });
    expect(faults.hits.crash).toBeGreaterThan(0);
    expect(new Set(batches.flat())).toEqual(new Set(bodies));
    expect(batches).toHaveLength(30 + faults.hits.crash);
  });
});
