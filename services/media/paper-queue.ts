import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { PaperKind, PaperTask } from './domain/paper-plan.ts';
import { holding } from './message-hold.ts';
import { sendMessages } from './send-messages.ts';

const isTask = (text: unknown): text is PaperTask =>
  /^(examine|pages-\d+|sizes|files-\d+|finish)$/.test(String(text));

/** One piece of work on one document, picture or package; without a plan only to examine it. */
export const PaperMessage = z.object({
  assetId: z.string(),
  objectVersion: z.string(),
  kind: z.enum(['document', 'image', 'package'] satisfies PaperKind[]),
  planHash: z.string().optional(),
  task: z.custom<PaperTask>(isTask),
});
export type PaperMessage = z.infer<typeof PaperMessage>;

/** Where documents, pictures and packages wait, apart from recordings: a picture takes seconds and a lecture an hour. */
export class PaperQueue {
  readonly #client: SQSClient;
  readonly #url: string;

  constructor(client = new SQSClient(), url = process.env.PAPER_QUEUE_URL ?? '') {
    this.#client = client;
    this.#url = url;
  }

  /** Throws unless all messages were taken; sending them all again is harmless. */
  send(messages: readonly PaperMessage[]): Promise<void> {
    return sendMessages(this.#client, this.#url, messages);
  }

  /** Runs while a message that was received is hidden from other workers, and not much longer. */
  hold<T>(receiptHandle: string, run: () => Promise<T>): Promise<T> {
    return holding(this.#client, { QueueUrl: this.#url, ReceiptHandle: receiptHandle }, run);
  }
}
