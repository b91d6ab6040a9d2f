import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** SendMessageBatch takes at most 10 entries. */
const ENTRIES_PER_CALL = 10;

/** Puts messages on a queue as JSON. Throws unless all were taken. */
export async function sendMessages(
  client: SQSClient,
  QueueUrl: string,
  messages: readonly object[],
): Promise<void> {
  for (let from = 0; from < messages.length; from += ENTRIES_PER_CALL) {
    const Entries = messages
      .slice(from, from + ENTRIES_PER_CALL)
      .map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message) }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    if (Failed[0]) throw new Error(`${Failed.length} messages refused: ${Failed[0].Code}`);
  }
}
