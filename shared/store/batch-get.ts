import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { pauseWhenThrottled } from './throttled.ts';

type Key = { readonly pk: string; readonly sk: string };
type Only = {
  readonly ProjectionExpression: string;
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
};

/** BatchGetItem takes 100 keys a call. */
const BATCH = 100;

/** A call that names a key twice is refused. */
const distinct = (keys: readonly Key[]): Key[] => [
  ...new Map(keys.map((key) => [JSON.stringify([key.pk, key.sk]), key])).values(),
];

/**
 * The items that exist, each once, read consistently so that a create can be answered with what it made, in no
 * particular order. What a call left unread is asked for again.
 */
export async function batchGet(
  db: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
  /** What of each item is wanted, as paths; whole items without it. */
  only?: Only,
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  const left = distinct(keys);
  for (let throttled = 0; left.length > 0; ) {
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({
        RequestItems: { [table]: { Keys: left.splice(0, BATCH), ConsistentRead: true, ...only } },
      }),
    );
    found.push(...(Responses?.[table] ?? []));
    const unread = (UnprocessedKeys?.[table]?.Keys ?? []) as Key[];
    left.push(...unread);
    if (unread.length > 0) await pauseWhenThrottled(throttled++);
  }
  return found;
}
