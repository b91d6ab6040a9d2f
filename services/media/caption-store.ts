import { gunzipSync, gzipSync } from 'node:zlib';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { batchGet } from '#shared/store/batch-get.ts';
import { findItem } from '#shared/store/find-item.ts';
import { queryAll } from '#shared/store/query.ts';
import { type TransactItem, transact } from '#shared/store/transactions.ts';
import { withoutKeys } from '#shared/store/without-keys.ts';
import type { CaptionDraft, CaptionSet } from './domain/captions.ts';
import { captionSetKey, draftKey } from './keys.ts';

/** What an item may hold, less its other attributes: DynamoDB takes 400 KB. Bytes. */
const ITEM_BYTES = 380_000;

const toDraft = ({ pk, sk, packed, ...draft }: Record<string, unknown>): CaptionDraft => ({
  ...(draft as Omit<CaptionDraft, 'text'>),
  text: gunzipSync(packed as Uint8Array).toString('utf8'),
});

const toSet = (item: Record<string, unknown>) => withoutKeys(item) as unknown as CaptionSet;

/** Captions, as drafts and as viewers see them: access patterns AP8 and AP9 of keys.ts. */
export class CaptionStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP8 */
  async findDraft(assetId: string, language: string): Promise<CaptionDraft | undefined> {
    const item = await findItem(this.#db, this.#table, draftKey(assetId, language));
    return item && toDraft(item);
  }

  /** AP8, all of a recording, by their languages. */
  async listDrafts(assetId: string): Promise<CaptionDraft[]> {
    const { pk, sk } = draftKey(assetId, '');
    const items = await queryAll(this.#db, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :draft)',
      ExpressionAttributeValues: { ':pk': pk, ':draft': sk },
      ConsistentRead: true,
    });
    return items.map(toDraft);
  }

  /** AP9 */
  async findSet(assetId: string): Promise<CaptionSet | undefined> {
    const item = await findItem(this.#db, this.#table, captionSetKey(assetId));
    return item && toSet(item);
  }

  /** AP9, of the recordings that have one. */
  async findSets(assetIds: readonly string[]): Promise<CaptionSet[]> {
    const items = await batchGet(this.#db, this.#table, assetIds.map(captionSetKey));
    return items.map(toSet);
  }

  /** Saves a draft made from the version before it: of two people who worked on the same one, the second is refused. */
  async saveDraft({ text, ...draft }: CaptionDraft): Promise<'saved' | 'conflict' | 'too-long'> {
    const packed = gzipSync(text);
    if (packed.length > ITEM_BYTES) return 'too-long';
    const outcome = await transact(this.#db, [
      {
        Put: {
          TableName: this.#table,
          Item: { ...draftKey(draft.assetId, draft.language), ...draft, packed },
          ...isVersion(draft.version - 1),
        },
      },
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** What viewers see, with its event; with a draft, only while that is still the one that was read. */
  async saveSet(set: CaptionSet, outbox: Outbox, of?: CaptionDraft): Promise<'saved' | 'conflict'> {
    const checks: TransactItem[] = of
      ? [
          {
            ConditionCheck: {
              TableName: this.#table,
              Key: draftKey(of.assetId, of.language),
              ...isVersion(of.version),
            },
          },
        ]
      : [];
    const outcome = await transact(this.#db, [
      {
        Put: {
          TableName: this.#table,
          Item: { ...captionSetKey(set.assetId), ...set, ...outbox },
          ...isVersion(set.version - 1),
        },
      },
      ...checks,
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }
}

/** Version 0 is that of what is not there yet. */
const isVersion = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :was', ExpressionAttributeValues: { ':was': version } };
