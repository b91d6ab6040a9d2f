import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { EngineFailure } from './engine/run-child.ts';

/** What SQS takes as the value of an attribute beside the message, generously. */
const DETAIL_CHARACTERS = 2000;

/**
 * Where work that was given up waits for a person, with the reason: one message is enough to raise the alarm. SQS
 * itself moves there only what no worker could answer for.
 */
export class DeadLetters {
  readonly #client: SQSClient;
  readonly #url: string;

  constructor(client = new SQSClient(), url = process.env.DEAD_WORK_URL ?? '') {
    this.#client = client;
    this.#url = url;
  }

  async keep(message: object, { code, detail }: EngineFailure): Promise<void> {
    const text = (StringValue: string) => ({ DataType: 'String', StringValue });
    await this.#client.send(
      new SendMessageCommand({
        QueueUrl: this.#url,
        MessageBody: JSON.stringify(message),
        MessageAttributes: { code: text(code), detail: text(detail.slice(0, DETAIL_CHARACTERS) || '-') },
      }),
    );
  }
}
