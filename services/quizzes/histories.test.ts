import { PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { OutboxEntry } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { sweepOverdue } from './commands/sweep-overdue.ts';
import { takeLateAnswers } from './commands/take-late-answers.ts';
import type { Grade } from './domain/attempt.ts';
import type { Quiz } from './domain/quiz.ts';
import { after, causeOf, QuizWorld } from './quiz-world.suite.ts';
import type { AttemptRef } from './store.ts';

let world: QuizWorld;
beforeAll(async () => {
  world = await QuizWorld.start();
});
afterAll(() => world.service.stop());

/** What becomes of one write: it never reaches the table, or its answer never comes back. */
type Fault = 'none' | 'lost-request' | 'lost-answer';

/** Lets writes fail one after the other as `faults` says; reads always succeed. */
const failWrites = (faults: readonly Fault[]) => {
  const { db } = world.service;
  const left = [...faults];
  const send = db.send.bind(db) as (command: unknown) => Promise<unknown>;
  return vi.spyOn(db, 'send').mockImplementation(async (command: unknown) => {
    const isWrite = [PutCommand, UpdateCommand, TransactWriteCommand].some((kind) => command instanceof kind);
    const fault = isWrite ? (left.shift() ?? 'none') : 'none';
    if (fault === 'lost-request') throw new Error('crash before the write');
    const answer = await send(command);
    if (fault === 'lost-answer') throw new Error('crash after the write');
    return answer;
  });
};

const step = fc.record({
  do: fc.constantFrom<string>('start', 'save', 'save', 'save', 'submit', 'sweep', 'late', 'again'),
  item: fc.nat({ max: 1 }),
  value: fc.boolean(),
  /** What a device with an old view, or another tab, believes to be the next version. */
  version: fc.integer({ min: 1, max: 4 }),
  /** Seconds that pass; an attempt has a minute, late answers an hour. */
  wait: fc.constantFrom<number>(0, 1, 20, 100),
  /** What the device's clock says an answer took; it may be set to anything. */
  elapsedMs: fc.constantFrom<number>(1, 50_000, 500_000),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One person with any number of devices at one quiz. */
class History {
  readonly #accepted = new Map<string, boolean>();
  readonly #events = new Map<string, string>();
  readonly #quiz: Quiz;
  readonly #personId: string;
  #clock = 0;
  #sent: (() => Promise<unknown>)[] = [];

  constructor(quiz: Quiz, personId: string) {
    this.#quiz = quiz;
    this.#personId = personId;
  }

  async #latest(): Promise<AttemptRef | undefined> {
    const { attemptIds } = await world.attempts.takerOf(this.#personId, this.#quiz.quizId);
    const attemptId = attemptIds.at(-1);
    return attemptId === undefined ? undefined : { personId: this.#personId, attemptId };
  }

  async #save(ref: AttemptRef, { item, value, version }: Step, at: string) {
    const itemId = this.#quiz.itemIds[item] ?? '';
    const outcome = await world.save(ref, itemId, version, value, at);
    if (outcome?.kind === 'saved') this.#accept(ref, itemId, version, value);
  }

  async #late(ref: AttemptRef, { item, value, version, elapsedMs }: Step, token: string, at: string) {
    const itemId = this.#quiz.itemIds[item] ?? '';
    const response = { kind: 'true-false', value } as const;
    const answers = [{ itemId, response, version, elapsedMs }];
    const outcome = await retryOnConflict(() =>
      takeLateAnswers(world, ref, { token, answers }, causeOf(ref.personId, at)),
    );
    const isTaken = outcome?.kind === 'taken' && outcome.itemIds.includes(itemId);
    if (isTaken) expect(elapsedMs).toBeLessThanOrEqual(90_000);
    if (isTaken) this.#accept(ref, itemId, version, value);
  }

  /** Two answers of one version are never both accepted. */
  #accept({ attemptId }: AttemptRef, itemId: string, version: number, value: boolean): void {
    const name = `${attemptId}/${itemId}/${version}`;
    expect(this.#accepted.get(name) ?? value).toBe(value);
    this.#accepted.set(name, value);
  }

  #requestOf(one: Step, ref: AttemptRef | undefined, token: string): (() => Promise<unknown>) | undefined {
    const at = () => after(this.#clock);
    if (one.do === 'start') return () => world.start(this.#quiz, this.#personId, at());
    if (one.do === 'sweep') return () => sweepOverdue(world, causeOf('system', at()));
    if (!ref) return undefined;
    if (one.do === 'submit') return () => world.submit(ref, at());
    return one.do === 'late' ? () => this.#late(ref, one, token, at()) : () => this.#save(ref, one, at());
  }

  /** A crash of the function ends the request; whoever sent it may send it again, at any time. */
  async act(one: Step): Promise<void> {
    this.#clock += one.wait;
    const ref = await this.#latest();
    const token = ref ? ((await world.attempts.findHeld(ref))?.startToken ?? '') : '';
    const request = one.do === 'again' ? this.#sent[one.item] : this.#requestOf(one, ref, token);
    if (!request) return;
    this.#sent = [request, ...this.#sent].slice(0, 4);
    await request().catch((error: Error) => expect(error.message).toMatch(/^crash/));
  }

  async #stored() {
    const { db, table } = world.service;
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `PERSON#${this.#personId}` },
        ConsistentRead: true,
      }),
    );
    return Items;
  }

  /** What must hold after every step, whatever has happened. */
  async check(): Promise<void> {
    const stored = await this.#stored();
    const attempts = stored.filter((item) => 'attemptNo' in item);
    expect(attempts.map(({ attemptNo }) => Number(attemptNo)).sort()).toEqual(
      attempts.map((_, at) => at + 1),
    );
    expect(attempts.length).toBeLessThanOrEqual(this.#quiz.attemptsAllowed);
    expect(attempts.filter(({ status }) => status === 'open').length).toBeLessThanOrEqual(1);
    for (const attempt of attempts)
      this.#checkMarks(stored, String(attempt.attemptId), attempt.grade as Grade);
    for (const { outbox } of stored)
      for (const { eventId, detail } of (outbox ?? []) as OutboxEntry[]) {
        expect(this.#events.get(eventId) ?? detail).toBe(detail);
        this.#events.set(eventId, detail);
      }
    this.#checkAnswers(stored);
  }

  /** Marks are numbered one by one, each number once. */
  #checkMarks(stored: readonly Record<string, unknown>[], attemptId: string, grade: Grade | undefined): void {
    const replaced = stored.filter(({ sk }) => String(sk).startsWith(`GRADE#${attemptId}#`));
    const numbers = [
      ...replaced.map((item) => (item.grade as Grade).gradeNo),
      ...(grade ? [grade.gradeNo] : []),
    ];
    expect(numbers.sort()).toEqual(numbers.map((_, place) => place + 1));
  }

  /** The newest answer that was accepted is there; a newer one can only be of a request whose answer was lost. */
  #checkAnswers(stored: readonly Record<string, unknown>[]): void {
    for (const [name, value] of this.#accepted) {
      const [attemptId, itemId, version] = name.split('/');
      const kept = stored.find(({ sk }) => sk === `ATTEMPT#${attemptId}#ANSWER#${itemId}`);
      expect(Number(kept?.version)).toBeGreaterThanOrEqual(Number(version));
      if (kept?.version === Number(version)) expect(kept.response).toEqual({ kind: 'true-false', value });
    }
  }
}

test('no history of duplicates, crashes, old views, wrong clocks and several devices breaks what must hold', async () => {
  const faults = fc.array(fc.constantFrom<Fault>('none', 'none', 'none', 'lost-request', 'lost-answer'), {
    maxLength: 12,
  });
  const groups = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
  const late = step.map((one) => ({ ...one, do: 'late', wait: 0, elapsedMs: 1 }));
  const rush = fc.array(late, { minLength: 2, maxLength: 4 });
  const first = { do: 'start', item: 0, value: true, version: 1, wait: 0, elapsedMs: 1 };
  const timeIsUp = { ...first, do: 'sweep', wait: 100 };
  const histories = fc
    .tuple(groups, fc.option(rush))
    .map(([some, atOnce]) => [[first], ...some, ...(atOnce ? [[timeIsUp], atOnce] : [])]);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 2 }),
      histories,
      faults,
      async (attemptsAllowed, history, failing) => {
        const rules = { timeLimitMinutes: 1, lateSyncHours: 1, attemptsAllowed, itemCount: 2 };
        const quiz = await world.publish(rules);
        const told = new History(quiz, await world.enrolled(quiz));
        const line = failWrites(failing);
        try {
          for (const group of history) {
            await Promise.all(group.map((one) => told.act(one)));
            await told.check();
          }
        } finally {
          line.mockRestore();
        }
      },
    ),
    { numRuns: 30 },
  );
}, 120_000);
