import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { findItem } from '#shared/store/find-item.ts';
import { type IdempotentRequest, resultOfIdempotencyKey } from '#shared/store/idempotency.ts';
import { isConditionFailure, putNew, transact } from '#shared/store/transactions.ts';
import { announcedWrites, discardedWrites, forgottenWrites } from './announcement-writes.ts';
import type { AssetPart } from './domain/asset.ts';
import type { AssetKind } from './domain/asset-kind.ts';
import type { PaperPlan } from './domain/paper-plan.ts';
import type { TranscodePlan } from './domain/plan.ts';
import type { Playable } from './domain/playable.ts';
import { EVERY_QUOTA, type OneQuota, QUOTAS } from './domain/quota.ts';
import type { Recording } from './domain/recording.ts';
import { courseKey, recordingKey } from './keys.ts';
import { jobChanges, listChanges } from './recording-changes.ts';
import { type Item, toItem, toRecording } from './recording-item.ts';

const STATE_NAMES = { '#state': 'state', '#status': 'status' };

/** What else changes together with the state of a recording. */
export type Along = {
  readonly outbox?: Outbox | undefined;
  readonly plan?: TranscodePlan | PaperPlan;
  readonly playable?: Playable;
};

/** One recording and every change of it: access pattern AP1 of keys.ts, one of AP4, and what else changes with it. */
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

  /** AP4, one of them, also when it belongs to no course. Undefined until it is ready. */
  async findPlayable({ courseId, assetId }: Recording): Promise<Playable | undefined> {
    const item = await findItem(this.#db, this.#table, courseKey(courseId, assetId));
    return item as Playable | undefined;
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

  /** Notes that somebody is looking at it, so that nobody else is sent. Nothing when it has moved on, or later already. */
  async saveMoved({ assetId }: Recording, at: string): Promise<void> {
    await this.#update(
      assetId,
      'SET movedAt = :at',
      '#state.#status = :received AND movedAt < :at',
      { ':at': at, ':received': 'received' },
      STATE_NAMES,
    );
  }

  /** Notes what a file is that others go on with, and nothing else: they may have noted more. */
  async saveKind({ assetId, version }: Recording, kind: AssetKind): Promise<void> {
    await this.#update(assetId, 'SET kind = :kind, version = version + :one', 'version = :was', {
      ':kind': kind,
      ':one': 1,
      ':was': version,
    });
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
}
