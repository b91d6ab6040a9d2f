import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { findItem } from '#shared/store/find-item.ts';
import { tagsKey } from './keys.ts';

/** AP34. Tags are only ever added: one that no item has any more finds nothing. */
export async function noteTags(
  db: DynamoDBDocumentClient,
  table: string,
  courseId: string,
  tags: ReadonlySet<string>,
): Promise<void> {
  if (tags.size === 0) return;
  await db.send(
    new UpdateCommand({
      TableName: table,
      Key: tagsKey(courseId),
      UpdateExpression: 'ADD tags :tags',
      ExpressionAttributeValues: { ':tags': tags },
    }),
  );
}

/** AP34, in no particular order. */
export async function tagsOf(
  db: DynamoDBDocumentClient,
  table: string,
  courseId: string,
): Promise<readonly string[]> {
  const found = await findItem(db, table, tagsKey(courseId));
  return [...((found?.tags ?? []) as Iterable<string>)];
}
