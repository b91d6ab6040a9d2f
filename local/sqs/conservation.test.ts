import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Database } from '../core/database.ts';
import { Faults } from '../core/faults.ts';
import type { Message } from './message.ts';
import { Sqs } from './sqs.ts';

const open = (db: Database, now: () => number, faults = new Faults()) => {
  const clock = { now, delay: (ms: number) => ms };
  const sqs = new Sqs({ db, clock, faults, region: 'r', account: 'a', address: () => '' });
  sqs.ensureQueue({ name: 'dead' });
  sqs.ensureQueue({ name: 'work', redrive: { deadLetterQueue: 'dead', maxReceiveCount: 2 } });
  return sqs;
};

type Step =
  | { readonly kind: 'send'; readonly delayMs: number }
  | { readonly kind: 'receive'; readonly max: number; readonly visibilityMs: number }
  | { readonly kind: 'remove' | 'show'; readonly pick: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'redrive' };
const step = fc.oneof<fc.Arbitrary<Step>[]>(
  fc.record({ kind: fc.constant('send'), delayMs: fc.nat(2000) }),
  fc.record({
    kind: fc.constant('receive'),
    max: fc.integer({ min: 1, max: 10 }),
    visibilityMs: fc.nat(2000),
  }),
  fc.record({ kind: fc.constantFrom('remove', 'show'), pick: fc.nat(50) }),
  fc.record({ kind: fc.constant('wait'), ms: fc.nat(3000) }),
  fc.record({ kind: fc.constant('redrive') }),
);

class Run {
  now = 1_000_000;
  readonly sent = new Set<string>();
  readonly removed = new Set<string>();
  readonly #received: Message[] = [];
  readonly #sqs: Sqs;

  constructor(db: Database, faults: Faults) {
    this.#sqs = open(db, () => this.now, faults);
  }

  async take(step: Step): Promise<void> {
    if (step.kind === 'send') {
      const body = `m${this.sent.size}`;
      this.#sqs.send('work', body, { delayMs: step.delayMs });
      this.sent.add(body);
    }
    if (step.kind === 'wait') this.now += step.ms;
    if (step.kind === 'redrive') this.#sqs.redrive('dead');
    if (step.kind === 'receive')
      this.#received.push(...(await this.#sqs.receive('work', { ...step, waitMs: 0 })));
    if (step.kind === 'remove' || step.kind === 'show') this.#settle(step.kind, step.pick);
  }

  #settle(kind: 'remove' | 'show', pick: number): void {
    const message = this.#received[pick % Math.max(1, this.#received.length)];
    if (!message) return;
    if (kind === 'show') {
      const inFlight = this.#sqs.counts('work').inFlight;
      if (inFlight === 1 && this.#sqs.peek('work', 1)[0]?.id === message.MessageId)
        this.#sqs.changeVisibility('work', message.ReceiptHandle, 0);
      return;
    }
    const there = this.#sqs.peek('work', 1000).some((m) => m.body === message.Body);
    this.#sqs.remove('work', message.ReceiptHandle);
    if (there) this.removed.add(message.Body);
  }

  held(): string[] {
    return [...this.#sqs.peek('work', 1000), ...this.#sqs.peek('dead', 1000)].map((m) => m.body);
  }

  counted(): number {
    return ['work', 'dead']
      .map((name) => this.#sqs.counts(name))
      .reduce((sum, { visible, inFlight, delayed }) => sum + visible + inFlight + delayed, 0);
  }
}

describe('conservation', () => {
  it.each([{}, { duplicate: 0.3, reorder: 0.5 }])(
    'no sequence of operations loses or invents a message: %j',
    async (rates) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
          const db = new Database(':memory:');
          const run = new Run(db, new Faults(rates));
          for (const next of steps) {
            await run.take(next);
            expect(run.counted() + run.removed.size).toBe(run.sent.size);
          }
          expect([...run.held(), ...run.removed].sort()).toEqual([...run.sent].sort());
          db.close();
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('faults', () => {
  it('hands a message out twice without counting toward the dead-letter queue', async () => {
    const sqs = open(new Database(':memory:'), () => 1000, new Faults({ duplicate: 1 }));
    sqs.send('work', 'twice');
    for (const _ of [1, 2, 3])
      expect(await sqs.receive('work')).toMatchObject([{ Attributes: { ApproximateReceiveCount: '1' } }]);
  });

  it('holds a message back for at most half a second', async () => {
    let now = 1000;
    const sqs = open(new Database(':memory:'), () => now, new Faults({ reorder: 1 }));
    sqs.send('work', 'held back');
    expect(sqs.counts('work').delayed).toBe(1);
    now += 500;
    expect(await sqs.receive('work')).toHaveLength(1);
  });
});

describe('durability', () => {
  it('keeps messages over a restart, and none of a transaction that was rolled back', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'sqs-'));
    const path = join(directory, 'local.db');
    const first = new Database(path);
    const before = open(first, () => 1000);
    before.send('work', 'kept');
    expect(() =>
      first.transaction(() => {
        before.send('work', 'undone');
        throw new Error('no');
      }),
    ).toThrow('no');
    first.close();
    const second = new Database(path);
    const messages = await open(second, () => 2000).receive('work', { max: 10 });
    expect(messages.map((m) => m.Body)).toEqual(['kept']);
    second.close();
    rmSync(directory, { recursive: true });
  });

  it('ends a long poll when it is aborted or stopped', async () => {
    const sqs = open(new Database(':memory:'), Date.now);
    const abort = new AbortController();
    const aborted = sqs.receive('work', { waitMs: 20_000, signal: abort.signal });
    const stopped = sqs.receive('work', { waitMs: 20_000 });
    abort.abort();
    expect(await aborted).toEqual([]);
    sqs.stop();
    expect(await stopped).toEqual([]);
  });
});
