import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A message of a worker that died is seen again after so many seconds, however long its work may take. */
const HOLD_SECONDS = 120;
/** Two renewals may fail before the hold ends. */
const RENEWED_EVERY_MS = 40_000;

/**
 * Keeps a message hidden from other workers for as long as the work on it runs, a little at a time. A renewal that
 * fails is no reason to stop: at worst another worker does the same again.
 */
export async function holding<T>(
  client: SQSClient,
  { QueueUrl, ReceiptHandle }: { readonly QueueUrl: string; readonly ReceiptHandle: string },
  run: () => Promise<T>,
  { seconds = HOLD_SECONDS, everyMs = RENEWED_EVERY_MS } = {},
): Promise<T> {
  const command = new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: seconds });
  const renew = () => client.send(command).catch(() => undefined);
  await renew();
  const timer = setInterval(renew, everyMs);
  try {
    return await run();
  } finally {
    clearInterval(timer);
  }
}
