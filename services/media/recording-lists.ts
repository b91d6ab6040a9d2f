import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { fromCursor, toCursor } from '#shared/store/cursor.ts';
import { queryAll } from '#shared/store/query.ts';
import type { Playable } from './domain/playable.ts';
import { courseKey, openKey, recordingKey, uploaderKey } from './keys.ts';
import { type Item, toRecording } from './recording-item.ts';

const PAGE = 50;

/** Recordings by what they have in common: access patterns AP2 to AP5 of keys.ts. */
export class RecordingLists {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP2, or AP3 with an uploader; newest first, a page of 50. */
  async listRecordings(options: {
    readonly uploader?: string | undefined;
    readonly cursor?: string | undefined;
  }) {
    const { uploader, cursor } = options;
    const [name, value] = uploader ? ['gsi1pk', uploaderKey(uploader, '').gsi1pk] : ['pk', 'MEDIA'];
    // The store's own key would tell a reader how the table is built, and would have to be checked member by member.
    const { of, after } = fromCursor(cursor) ?? {};
    if (cursor && (of !== value || typeof after !== 'string')) return 'invalid-cursor' as const;
    const { Items = [], LastEvaluatedKey } = await this.#query(name, value, {
      ...(uploader && { IndexName: 'gsi1' }),
      ...(typeof after === 'string' && {
        ExclusiveStartKey: { ...recordingKey(after), ...(uploader && uploaderKey(uploader, after)) },
      }),
      ScanIndexForward: false,
      Limit: PAGE,
    });
    const recordings = Items.map(toRecording);
    const next = LastEvaluatedKey && toCursor({ of: value, after: recordings.at(-1)?.assetId });
    return { recordings, ...(next && { next }) };
  }

  /** AP4, in the order they were uploaded; a course has tens, but a package of a hundred lessons is a large one. */
  async listOfCourse(courseId: string): Promise<Playable[]> {
    return (await queryAll(this.#db, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': courseKey(courseId, '').pk },
    })) as Playable[];
  }

  /** AP5, oldest first, page by page. */
  async *open(): AsyncGenerator<readonly string[]> {
    let start: Item | undefined;
    do {
      const page = await this.#query('pk', openKey('').pk, { ExclusiveStartKey: start });
      yield (page.Items ?? []).map(({ assetId }) => String(assetId));
      start = page.LastEvaluatedKey;
    } while (start);
  }

  #query(name: string, value: string, more: Partial<QueryCommandInput>) {
    return this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: '#key = :key',
        ExpressionAttributeNames: { '#key': name },
        ExpressionAttributeValues: { ':key': value },
        ...more,
      }),
    );
  }
}
