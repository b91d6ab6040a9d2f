import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { logger } from '#shared/observability/telemetry.ts';
import type { OutboxEntry } from './outbox.ts';

/** PutEvents takes at most 10 entries a call. */
const ENTRIES_PER_CALL = 10;
const ATTEMPTS = 3;

type Image = Parameters<typeof unmarshall>[0];

const outboxIn = (image: unknown): OutboxEntry[] =>
  image ? ((unmarshall(image as Image).outbox as OutboxEntry[] | undefined) ?? []) : [];

/** The events that this change of the item brought: those of the new image that the old one did not carry. */
export const newEntries = (record: DynamoDBRecord): OutboxEntry[] => {
  const known = new Set(outboxIn(record.dynamodb?.OldImage).map((entry) => entry.eventId));
  return outboxIn(record.dynamodb?.NewImage).filter((entry) => !known.has(entry.eventId));
};

const toRequest = (bus: string, entry: OutboxEntry): PutEventsRequestEntry => ({
  EventBusName: bus,
  Source: entry.source,
  DetailType: entry.detailType,
  Detail: entry.detail,
});

/** Sends the entries and repeats exactly those that the bus refused. Throws when some are left after three attempts. */
async function putAll(client: EventBridgeClient, entries: readonly PutEventsRequestEntry[]): Promise<void> {
  let left = [...entries];
  for (let attempt = 1; left.length > 0; attempt += 1) {
    const answer = await client.send(new PutEventsCommand({ Entries: left }));
    const refused = left.filter((_, index) => answer.Entries?.[index]?.ErrorCode);
    if (refused.length > 0 && attempt === ATTEMPTS) {
      throw new Error(
        `${refused.length} of ${entries.length} events refused: ${answer.Entries?.find((e) => e.ErrorCode)?.ErrorCode}`,
      );
    }
    left = refused;
  }
}

/**
 * The stream handler of every service: item changes in, events on the bus out, in the order of the shard.
 * On failure it reports the first record that did not get through, so the stream resumes exactly there.
 */
export function publishOutbox(client = new EventBridgeClient(), busName = process.env.EVENT_BUS_NAME ?? '') {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      const requests = newEntries(record).map((entry) => toRequest(busName, entry));
      try {
        for (let i = 0; i < requests.length; i += ENTRIES_PER_CALL) {
          await putAll(client, requests.slice(i, i + ENTRIES_PER_CALL));
        }
      } catch (error) {
        logger.error('events not published', error as Error);
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };
}
