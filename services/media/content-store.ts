import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { findItem } from '#shared/store/find-item.ts';
import { queryAll } from '#shared/store/query.ts';
import { isConditionFailure } from '#shared/store/transactions.ts';
import type { Scope } from './domain/recording.ts';
import { contentKey, sizeKey } from './keys.ts';

/** A file of some length that was announced and not dropped. */
export type SizedFile = {
  readonly assetId: string;
  readonly uploadedBy: string;
  /** As the uploader says. */
  readonly saidSha256?: string;
  /** Of the bytes that arrived; absent until they had to be compared with others. */
  readonly sha256?: string;
  /** Of a long file the pieces that were read for that, as `noteOf` writes them. */
  readonly pieces?: readonly string[];
};

/** Bytes that are wanted once within a circle of files. */
export type Content = { readonly digest: string; readonly scope: Scope };

/** Which files hold the same bytes: access patterns AP10 and AP11 of keys.ts. */
export class ContentStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP10, oldest first. Files of one length to the byte are few, unless they are the same. */
  async ofSize(bytes: number): Promise<SizedFile[]> {
    const found = await queryAll(this.#db, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': sizeKey(bytes, '').pk },
      ConsistentRead: true,
    });
    return found.map((file) => ({ ...file, ...(file.pieces && { pieces: [...file.pieces] }) }) as SizedFile);
  }

  /** AP10: notes what was read, so that nobody reads it again. Nothing for a file dropped meanwhile. */
  async saveHash(bytes: number, assetId: string, sha256: string): Promise<void> {
    await this.#saveRead(bytes, assetId, 'SET sha256 = :read', sha256);
  }

  /** AP10: the same of a piece. A set, so that pieces may be read twice, in any order and at the same time. */
  async savePiece(bytes: number, assetId: string, note: string): Promise<void> {
    await this.#saveRead(bytes, assetId, 'ADD pieces :read', new Set([note]));
  }

  /** AP11 */
  async ownerOf({ digest, scope }: Content): Promise<string | undefined> {
    return (await findItem(this.#db, this.#table, contentKey(digest, scope)))?.assetId as string | undefined;
  }

  /** AP11: whose the content is after this; `instead` of an owner that was refused or failed. Of any number at once one wins. */
  async claim(content: Content, assetId: string, instead?: string): Promise<string> {
    const command = new PutCommand({
      TableName: this.#table,
      Item: { ...contentKey(content.digest, content.scope), assetId },
      ConditionExpression: instead ? 'assetId = :instead' : 'attribute_not_exists(pk)',
      ...(instead && { ExpressionAttributeValues: { ':instead': instead } }),
    });
    const isMine = await this.#unlessFailed(this.#db.send(command));
    return isMine ? assetId : ((await this.ownerOf(content)) ?? assetId);
  }

  async #saveRead(
    bytes: number,
    assetId: string,
    UpdateExpression: string,
    read: string | Set<string>,
  ): Promise<void> {
    const command = new UpdateCommand({
      TableName: this.#table,
      Key: sizeKey(bytes, assetId),
      UpdateExpression,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':read': read },
    });
    await this.#unlessFailed(this.#db.send(command));
  }

  async #unlessFailed(write: Promise<unknown>): Promise<boolean> {
    try {
      await write;
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  }
}
