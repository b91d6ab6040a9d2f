import { randomUUID } from 'node:crypto';
import type { Database } from '../core/database.ts';

/** One stored message. Times in epoch ms; `visibleAt` is when it may be received (again). */
export type StoredMessage = {
  readonly number: number;
  readonly queue: string;
  readonly id: string;
  readonly body: string;
  readonly attributes: string;
  readonly source: string | null;
  readonly sentAt: number;
  readonly visibleAt: number;
  readonly receiveCount: number;
  readonly firstReceivedAt: number | null;
};

export type QueueCounts = { readonly visible: number; readonly inFlight: number; readonly delayed: number };

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sqs_messages(
    number INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
    attributes TEXT NOT NULL, source TEXT, sentAt INTEGER NOT NULL, visibleAt INTEGER NOT NULL,
    receiveCount INTEGER NOT NULL DEFAULT 0, firstReceivedAt INTEGER);
  CREATE INDEX IF NOT EXISTS sqs_visible ON sqs_messages(queue, visibleAt);`;

/** The rows of all queues in the shared database; knows SQL, not the rules of SQS. */
export class MessageStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    db.execute(SCHEMA);
  }

  add(message: Pick<StoredMessage, 'queue' | 'body' | 'attributes' | 'sentAt' | 'visibleAt'>): string {
    const id = randomUUID();
    this.#db.run(
      'INSERT INTO sqs_messages(queue, id, body, attributes, sentAt, visibleAt) VALUES(?, ?, ?, ?, ?, ?)',
      message.queue,
      id,
      message.body,
      message.attributes,
      message.sentAt,
      message.visibleAt,
    );
    return id;
  }

  /** The next messages that may be received at `now`, oldest first. */
  visible(queue: string, now: number, limit: number): StoredMessage[] {
    return this.#db.all<StoredMessage>(
      'SELECT * FROM sqs_messages WHERE queue = ? AND visibleAt <= ? ORDER BY number LIMIT ?',
      queue,
      now,
      limit,
    );
  }

  all(queue: string, limit: number): StoredMessage[] {
    return this.#db.all<StoredMessage>(
      'SELECT * FROM sqs_messages WHERE queue = ? ORDER BY number LIMIT ?',
      queue,
      limit,
    );
  }

  find(queue: string, number: number): StoredMessage | undefined {
    return this.#db.get<StoredMessage>(
      'SELECT * FROM sqs_messages WHERE number = ? AND queue = ?',
      number,
      queue,
    );
  }

  markReceived(number: number, now: number, visibleAt: number): void {
    this.#db.run(
      `UPDATE sqs_messages SET visibleAt = ?, receiveCount = receiveCount + 1,
         firstReceivedAt = COALESCE(firstReceivedAt, ?) WHERE number = ?`,
      visibleAt,
      now,
      number,
    );
  }

  setVisibleAt(number: number, visibleAt: number): void {
    this.#db.run('UPDATE sqs_messages SET visibleAt = ? WHERE number = ?', visibleAt, number);
  }

  /** Moves to a dead-letter queue: same id and age, so that retention runs on (AWS, dead-letter queues). */
  moveToDeadLetter(number: number, deadLetterQueue: string, sourceArn: string, now: number): void {
    this.#db.run(
      `UPDATE sqs_messages SET queue = ?, source = ?, visibleAt = ?, receiveCount = 0, firstReceivedAt = NULL
       WHERE number = ?`,
      deadLetterQueue,
      sourceArn,
      now,
      number,
    );
  }

  /** Moves back as a new message: new id, new age (StartMessageMoveTask, API reference). */
  moveAsNew(number: number, queue: string, now: number): void {
    this.#db.run(
      `UPDATE sqs_messages SET queue = ?, id = ?, source = NULL, sentAt = ?, visibleAt = ?, receiveCount = 0,
         firstReceivedAt = NULL WHERE number = ?`,
      queue,
      randomUUID(),
      now,
      now,
      number,
    );
  }

  remove(number: number): void {
    this.#db.run('DELETE FROM sqs_messages WHERE number = ?', number);
  }

  removeAll(queue: string): number {
    return this.#db.run('DELETE FROM sqs_messages WHERE queue = ?', queue);
  }

  removeSentBefore(queue: string, time: number): void {
    this.#db.run('DELETE FROM sqs_messages WHERE queue = ? AND sentAt < ?', queue, time);
  }

  /** When the next hidden message turns visible (epoch ms), undefined when none is hidden. */
  nextVisibleAt(queue: string, now: number): number | undefined {
    const row = this.#db.get<{ at: number | null }>(
      'SELECT MIN(visibleAt) at FROM sqs_messages WHERE queue = ? AND visibleAt > ?',
      queue,
      now,
    );
    return row?.at ?? undefined;
  }

  counts(queue: string, now: number): QueueCounts {
    const row = this.#db.get<QueueCounts>(
      `SELECT COUNT(*) FILTER (WHERE visibleAt <= ?1) visible,
         COUNT(*) FILTER (WHERE visibleAt > ?1 AND receiveCount > 0) inFlight,
         COUNT(*) FILTER (WHERE visibleAt > ?1 AND receiveCount = 0) delayed
       FROM sqs_messages WHERE queue = ?2`,
      now,
      queue,
    );
    return row ?? { visible: 0, inFlight: 0, delayed: 0 };
  }
}
