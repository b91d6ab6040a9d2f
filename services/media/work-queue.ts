import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Task } from './domain/work.ts';
import { holding } from './message-hold.ts';
import { sendMessages } from './send-messages.ts';

const isTask = (text: unknown): text is Task => /^(examine|chunk-\d+|audio|finish)$/.test(String(text));

/** One piece of work on one source; without a plan only to examine it. */
export const WorkMessage = z.object({
  assetId: z.string(),
  objectVersion: z.string(),
  planHash: z.string().optional(),
  task: z.custom<Task>(isTask),
});
export type WorkMessage = z.infer<typeof WorkMessage>;

/** Where work waits for a worker. A message may come twice or late; workers find out whether it is still wanted. */
export class WorkQueue {
  readonly #client: SQSClient;
  readonly #url: string;

  constructor(client = new SQSClient(), url = process.env.WORK_QUEUE_URL ?? '') {
    this.#client = client;
    this.#url = url;
  }

  /** Throws unless all messages were taken; sending them all again is harmless. */
  async send(messages: readonly WorkMessage[]): Promise<void> {
    await sendMessages(this.#client, this.#url, messages);
  }

  /** Runs while a message that was received is hidden from other workers, and not much longer. */
  hold<T>(receiptHandle: string, run: () => Promise<T>): Promise<T> {
    return holding(this.#client, { QueueUrl: this.#url, ReceiptHandle: receiptHandle }, run);
  }
}
