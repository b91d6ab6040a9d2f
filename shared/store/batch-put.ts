import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { pauseWhenThrottled } from './throttled.ts';

type Item = Readonly<Record<string, unknown>>;

/** BatchWriteItem takes 25 items a call. */
const BATCH = 25;

/** Puts items without a condition, each under a key of its own; what a call left unwritten is sent again. */
export async function batchPut(
  db: DynamoDBDocumentClient,
  table: string,
  items: readonly Item[],
): Promise<void> {
  const left = [...items];
  for (let throttled = 0; left.length > 0; ) {
    const some = left.splice(0, BATCH);
    const { UnprocessedItems } = await db.send(
      new BatchWriteCommand({
        RequestItems: { [table]: some.map((item) => ({ PutRequest: { Item: item } })) },
      }),
    );
    const unwritten = (UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) => PutRequest?.Item ?? []);
    left.push(...unwritten);
    if (unwritten.length > 0) await pauseWhenThrottled(throttled++);
  }
}
