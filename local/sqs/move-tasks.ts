import { randomUUID } from 'node:crypto';
import { AwsError } from '../core/aws-error.ts';
import type { Database } from '../core/database.ts';
import type { MessageStore } from './message-store.ts';
import type { Queue } from './queue.ts';

/** A finished redrive as ListMessageMoveTasks answers it. `startedAt` in epoch ms. */
export type MoveTask = {
  readonly handle: string;
  readonly source: string;
  readonly destination: string | null;
  readonly moved: number;
  readonly found: number;
  readonly startedAt: number;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sqs_move_tasks(
    handle TEXT PRIMARY KEY, source TEXT NOT NULL, destination TEXT, moved INTEGER NOT NULL,
    found INTEGER NOT NULL, startedAt INTEGER NOT NULL);`;

type Dependencies = {
  readonly db: Database;
  readonly store: MessageStore;
  readonly queues: ReadonlyMap<string, Queue>;
};

/**
 * Redrives dead-letter queues. AWS moves in the background at a chosen rate; here a task is one transaction,
 * finished when it is answered, so there is nothing to cancel.
 */
export class MoveTasks {
  readonly #dependencies: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
    dependencies.db.execute(SCHEMA);
  }

  /**
   * Moves every message of `source` to `destination`, or each to the queue that it came from. A message
   * that was sent to the dead-letter queue directly has no such queue and stays.
   */
  start(source: Queue, destination: Queue | undefined, now: number): MoveTask & { queues: Set<string> } {
    const { db, store } = this.#dependencies;
    if (![...this.#dependencies.queues.values()].some((q) => q.redrive?.deadLetterQueue === source.name))
      throw new AwsError('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
    return db.transaction(() => {
      const messages = store.all(source.name, Number.MAX_SAFE_INTEGER);
      const queues = new Set<string>();
      let moved = 0;
      for (const message of messages) {
        const to = destination ?? this.#queueByArn(message.source);
        if (!to) continue;
        store.moveAsNew(message.number, to.name, now);
        queues.add(to.name);
        moved += 1;
      }
      const task = {
        handle: randomUUID(),
        source: source.arn,
        destination: destination?.arn ?? null,
        moved,
        found: messages.length,
        startedAt: now,
      };
      db.run(
        'INSERT INTO sqs_move_tasks VALUES(?, ?, ?, ?, ?, ?)',
        task.handle,
        task.source,
        task.destination,
        task.moved,
        task.found,
        task.startedAt,
      );
      return { ...task, queues };
    });
  }

  /** The last tasks of a queue, newest first. */
  list(sourceArn: string, limit: number): MoveTask[] {
    return this.#dependencies.db.all<MoveTask>(
      'SELECT * FROM sqs_move_tasks WHERE source = ? ORDER BY startedAt DESC, rowid DESC LIMIT ?',
      sourceArn,
      limit,
    );
  }

  #queueByArn(arn: string | null): Queue | undefined {
    return [...this.#dependencies.queues.values()].find((queue) => queue.arn === arn);
  }
}
