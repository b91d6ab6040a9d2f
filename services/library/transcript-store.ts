import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { batchGet } from '#shared/store/batch-get.ts';
import { putNewer } from '#shared/store/put-newer.ts';
import { queryAll, queryPages } from '#shared/store/query.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { type TransactItem, transact } from '#shared/store/transactions.ts';
import { withoutKeys } from '#shared/store/without-keys.ts';
import type { Transcript } from './domain/transcript.ts';
import { isFileGone, whileGone, whileThere } from './file-store.ts';
import { changedKey, transcriptKey } from './keys.ts';

/** A file that is issued again at that moment is told of as ready within the hour; its words wait for that. Seconds. */
const KEPT_FOR = 7 * 24 * 3600;

type Item = Record<string, unknown>;
type Lines = Transcript['lines'] | undefined;
type Heard = Pick<Transcript, 'assetId' | 'language'>;
const toTranscript = ({ expiresAt: _expiresAt, ...item }: Item) => withoutKeys(item) as unknown as Transcript;

/** What is said in recordings and written on pages: access patterns AP16 and AP17 of keys.ts. */
export class TranscriptStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP16. An older one never replaces a newer. To be settled afterwards, unless it has no words. */
  save(transcript: Transcript): Promise<'saved' | 'older'> {
    return putNewer(this.#db, this.#table, {
      ...transcriptKey(transcript.assetId, transcript.language),
      ...cameKey(transcript, transcript.at),
      ...transcript,
    });
  }

  /** AP16, in every language. */
  async ofAsset(assetId: string): Promise<Transcript[]> {
    return (await this.#itemsOf(assetId)).map(toTranscript);
  }

  /** AP16: the files of these of which anything is said in their language. */
  async captioned(heard: readonly Heard[]): Promise<ReadonlySet<string>> {
    const keys = heard.map(({ assetId, language }) => transcriptKey(assetId, language));
    const items = await batchGet(this.#db, this.#table, keys, {
      ProjectionExpression: '#assetId, #lines[0]',
      ExpressionAttributeNames: { '#assetId': 'assetId', '#lines': 'lines' },
    });
    return new Set(
      items.flatMap(({ assetId, lines }) => ((lines as Lines)?.length ? [String(assetId)] : [])),
    );
  }

  /** AP17: what came since, oldest first, page by page; nothing of files that are gone. */
  async *since(at: string): AsyncGenerator<readonly Transcript[]> {
    const pages = queryPages(this.#db, {
      TableName: this.#table,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk >= :since',
      ExpressionAttributeValues: { ':pk': changedKey('TRANSCRIPTS', '', '').gsi1pk, ':since': at },
    });
    for await (const page of pages) yield page.map(toTranscript);
  }

  /**
   * Words of a file that was given up are read by nobody any more and deleted in a week; those of one that is wanted all
   * the same come back. After every news of a file and of its words: whichever comes last finds both. Throws when the
   * file changes all the while.
   */
  async settle(assetId: string, at: string): Promise<void> {
    const settled = await retryOnConflict(async () => {
      const isGone = await isFileGone(this.#db, this.#table, assetId);
      const unsettled = (await this.#itemsOf(assetId)).filter((item) => 'expiresAt' in item !== isGone);
      for (const item of unsettled) {
        const [expression, values] = isGone ? putAway(at) : putBack(toTranscript(item), at);
        const check = isGone ? whileGone(this.#table, assetId) : whileThere(this.#table, assetId);
        const outcome = await transact(this.#db, [this.#update(item, expression, values), check]);
        if (!outcome.ok) return 'conflict';
      }
      return 'settled';
    });
    if (!settled) throw new Error(`The file ${assetId} comes and goes while its words are settled`);
  }

  /** Of the words as they were read: newer ones came to be read. */
  #update({ pk, sk, version }: Item, UpdateExpression: string, values: Item): TransactItem {
    return {
      Update: {
        TableName: this.#table,
        Key: { pk, sk },
        UpdateExpression,
        ConditionExpression: 'version = :version',
        ExpressionAttributeValues: { ...values, ':version': version },
      },
    };
  }

  #itemsOf(assetId: string): Promise<Item[]> {
    return queryAll(this.#db, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': transcriptKey(assetId, '').pk },
      ConsistentRead: true,
    });
  }
}

const cameKey = ({ assetId, language }: Pick<Transcript, 'assetId' | 'language'>, at: string) =>
  changedKey('TRANSCRIPTS', at, `${assetId}#${language}`);

const putAway = (at: string): [string, Item] => [
  'SET expiresAt = :over REMOVE gsi1pk, gsi1sk',
  { ':over': Math.floor(Date.parse(at) / 1000) + KEPT_FOR },
];

/** As if they came now: whoever looks for what changed has not seen them. */
const putBack = (transcript: Transcript, at: string): [string, Item] => {
  const { gsi1pk, gsi1sk } = cameKey(transcript, at);
  return ['SET gsi1pk = :of, gsi1sk = :came REMOVE expiresAt', { ':of': gsi1pk, ':came': gsi1sk }];
};
