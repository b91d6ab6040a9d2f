import {
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { fromCursor, toCursor } from '#shared/store/cursor.ts';
import { findItem } from '#shared/store/find-item.ts';
import { type IdempotentRequest, resultOfIdempotencyKey } from '#shared/store/idempotency.ts';
import { queryAll } from '#shared/store/query.ts';
import { isConditionFailure, putNew, transact } from '#shared/store/transactions.ts';
import { announcedWrites, discardedWrites, forgottenWrites } from './announcement-writes.ts';
import type { AssetPart } from './domain/asset.ts';
import type { PaperPlan } from './domain/paper-plan.ts';
import type { TranscodePlan } from './domain/plan.ts';
import type { Playable } from './domain/playable.ts';
import { EVERY_QUOTA, type OneQuota, QUOTAS } from './domain/quota.ts';
import type { Recording } from './domain/recording.ts';
import { courseKey, jobKey, openKey, recordingKey, uploaderKey } from './keys.ts';
import { jobChanges, listChanges } from './recording-changes.ts';
import { type Item, toItem, toRecording } from './recording-item.ts';

const PAGE = 50;
const STATE_NAMES = { '#state': 'state', '#status': 'status' };

/** What else changes together with the state of a recording. */
export type Along = {
  readonly outbox?: Outbox | undefined;
  readonly plan?: TranscodePlan | PaperPlan;
  readonly playable?: Playable;
};

/** Recordings and their jobs: access patterns AP1 to AP6 of keys.ts. */
export class RecordingStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP1 */
  async find(assetId: string): Promise<Recording | undefined> {
    const item = await findItem(this.#db, this.#table, recordingKey(assetId));
    return item && toRecording(item);
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

  /** AP4, one of them, also when it belongs to no course. Undefined until it is ready. */
  async findPlayable({ courseId, assetId }: Recording): Promise<Playable | undefined> {
    const item = await findItem(this.#db, this.#table, courseKey(courseId, assetId));
    return item as Playable | undefined;
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

  /** AP6. Undefined until a plan was accepted. */
  async findPlan(assetId: string, objectVersion: string): Promise<TranscodePlan | undefined> {
    return (await findItem(this.#db, this.#table, jobKey(assetId, objectVersion)))?.plan as
      | TranscodePlan
      | undefined;
  }

  /** The recording that an earlier request with the same key announced. */
  findEarlier(request: Omit<IdempotentRequest, 'at'>): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  /** Also the first quota that the file is too much for, with nothing written. */
  async saveAnnounced(
    recording: Recording,
    request: IdempotentRequest,
    limits = QUOTAS,
  ): Promise<'saved' | 'repeated' | OneQuota> {
    const outcome = await transact(this.#db, announcedWrites(this.#table, recording, request, limits));
    if (outcome.ok) return 'saved';
    return (
      (!outcome.failed.includes(EVERY_QUOTA.length) && EVERY_QUOTA[outcome.failed[0] ?? -1]) || 'repeated'
    );
  }

  /** Forgets a file that was announced and never sent. */
  async removeAnnounced(recording: Recording): Promise<'removed' | 'conflict'> {
    const outcome = await transact(this.#db, forgottenWrites(this.#table, recording));
    return outcome.ok ? 'removed' : 'conflict';
  }

  /** Gives back the room of a file that was deleted, and forgets what its owner gave up. */
  async saveDiscarded(recording: Recording, at: string): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, discardedWrites(this.#table, recording, at));
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** Notes the version the parts were joined into, so that its arrival is not missed. Nothing once it has arrived. */
  async saveJoined(assetId: string, objectVersion: string, at: string): Promise<void> {
    await this.#update(
      assetId,
      'SET joinedVersion = :joined, movedAt = :at',
      '#state.#status = :awaiting',
      { ':joined': objectVersion, ':at': at, ':awaiting': 'awaiting-upload' },
      STATE_NAMES,
    );
  }

  /** A change of state with all that belongs to it, in one write, if the recording is still as it was read. */
  async save(was: Recording, next: Recording, along: Along = {}): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      {
        Put: {
          TableName: this.#table,
          Item: toItem(next, along.outbox),
          ConditionExpression: 'version = :was',
          ExpressionAttributeValues: { ':was': was.version },
        },
      },
      ...jobChanges(this.#table, was, next, along.plan),
      ...listChanges(this.#table, was, next),
      ...(along.playable
        ? [putNew(this.#table, { ...courseKey(next.courseId, next.assetId), ...along.playable })]
        : []),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** Adds a part to the set of those done; the recording after that, or undefined when it is not for this plan now. */
  async completePart(
    assetId: string,
    planHash: string,
    part: AssetPart,
    at: string,
  ): Promise<Recording | undefined> {
    const item = await this.#update(
      assetId,
      'ADD done :part SET movedAt = :at',
      '#state.#status = :transcoding AND #state.planHash = :plan',
      { ':part': new Set([part]), ':at': at, ':transcoding': 'transcoding', ':plan': planHash },
      STATE_NAMES,
    );
    return item && toRecording(item);
  }

  /** Notes that somebody is at it, so that nobody else is sent. Nothing when the recording has moved on. */
  async saveMoved({ assetId, version }: Recording, at: string): Promise<void> {
    await this.#update(assetId, 'SET movedAt = :at', 'version = :was', { ':at': at, ':was': version });
  }

  /** Counts that its work was sent again. Nothing when the recording has moved on. */
  async saveResent({ assetId, version }: Recording, at: string): Promise<void> {
    await this.#update(assetId, 'SET resends = resends + :one, movedAt = :at', 'version = :was', {
      ':one': 1,
      ':at': at,
      ':was': version,
    });
  }

  async #update(
    assetId: string,
    UpdateExpression: string,
    ConditionExpression: string,
    ExpressionAttributeValues: Item,
    ExpressionAttributeNames?: Record<string, string>,
  ): Promise<Item | undefined> {
    try {
      const { Attributes } = await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: recordingKey(assetId),
          UpdateExpression,
          ConditionExpression,
          ExpressionAttributeNames,
          ExpressionAttributeValues,
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Attributes;
    } catch (error) {
      if (isConditionFailure(error)) return undefined;
      throw error;
    }
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
