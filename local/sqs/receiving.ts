import { randomUUID } from 'node:crypto';
import { AwsError } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import type { Arrivals } from './arrivals.ts';
import { type Message, md5 } from './message.ts';
import type { MessageStore, StoredMessage } from './message-store.ts';
import type { Queue } from './queue.ts';

type Context = {
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly account: string;
  readonly store: MessageStore;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly arrivals: Arrivals;
};

const MOST_PER_RECEIVE = 10;

/** Takes up to `max` visible messages and hides them for `visibilityMs`, in one transaction. */
export function receiveNow(
  context: Context,
  queue: Queue,
  max: number,
  visibilityMs = queue.visibilityTimeoutSeconds * 1000,
): Message[] {
  const { db, clock, store } = context;
  return db.transaction(() => {
    const now = clock.now();
    store.removeSentBefore(queue.name, now - queue.retentionSeconds * 1000);
    const messages = deliverable(context, queue, now, Math.min(max, MOST_PER_RECEIVE));
    return messages.map((message) => hand(context, message, queue, now, clock.delay(visibilityMs)));
  });
}

/** Visible messages that have receives left; the others go to the dead-letter queue on the way. */
function deliverable(context: Context, queue: Queue, now: number, max: number): StoredMessage[] {
  const { db, store, queues, arrivals } = context;
  const { redrive } = queue;
  const deadLetterQueue = redrive && queues.get(redrive.deadLetterQueue);
  for (;;) {
    const messages = store.visible(queue.name, now, max);
    const spent = messages.filter((m) => deadLetterQueue && m.receiveCount >= redrive.maxReceiveCount);
    if (!deadLetterQueue || spent.length === 0) return messages;
    for (const { number } of spent) store.moveToDeadLetter(number, deadLetterQueue.name, queue.arn, now);
    db.afterCommit(() => arrivals.signal(deadLetterQueue.name));
  }
}

/** A duplicated delivery leaves the message visible and does not count as a receive: it is the queue's doing. */
function hand(
  context: Context,
  message: StoredMessage,
  queue: Queue,
  now: number,
  hiddenMs: number,
): Message {
  if (!context.faults.hit('duplicate'))
    context.store.markReceived(message.number, now, Math.ceil(now + hiddenMs));
  return {
    MessageId: message.id,
    ReceiptHandle: Buffer.from(`${queue.name}:${message.number}:${randomUUID()}`).toString('base64'),
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: {
      ApproximateReceiveCount: String(message.receiveCount + 1),
      SentTimestamp: String(message.sentAt),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? now),
      SenderId: context.account,
      ...(message.source !== null && { DeadLetterQueueSourceArn: message.source }),
    },
    MessageAttributes: JSON.parse(message.attributes),
  };
}

/** The message number in a receipt handle. Throws AwsError ReceiptHandleIsInvalid. */
export function numberOf(receiptHandle: string): number {
  const match = /^[\w-]+:(\d+):[0-9a-f-]{36}$/.exec(Buffer.from(receiptHandle, 'base64').toString());
  if (!match)
    throw new AwsError('ReceiptHandleIsInvalid', `The input receipt handle "${receiptHandle}" is not valid.`);
  return Number(match[1]);
}
