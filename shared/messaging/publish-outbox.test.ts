import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OutboxEntry } from './outbox.ts';
import { newEntries, publishOutbox } from './publish-outbox.ts';

const entry = (eventId: string): OutboxEntry => ({
  eventId,
  source: 'hocvuso.enrollment',
  detailType: 'EnrolmentConfirmed.v1',
  detail: JSON.stringify({ eventId }),
});
const image = (...entries: OutboxEntry[]) => marshall({ pk: 'RUN#1', outbox: entries }) as never;
const record = (sequence: string, now: OutboxEntry[], before?: OutboxEntry[]): DynamoDBRecord => ({
  dynamodb: {
    SequenceNumber: sequence,
    NewImage: image(...now),
    ...(before && { OldImage: image(...before) }),
  },
});

const bridge = mockClient(EventBridgeClient);
const publish = publishOutbox(bridge as unknown as EventBridgeClient, 'bus');
const sent = () =>
  bridge.commandCalls(PutEventsCommand).map((call) => call.args[0].input.Entries?.map((one) => one.Detail));

beforeEach(() => bridge.reset());

describe('events of a change', () => {
  it('are those that the old image did not carry', () => {
    expect(newEntries(record('1', [entry('b')], [entry('a')]))).toEqual([entry('b')]);
    expect(newEntries(record('1', [entry('a')], [entry('a')]))).toEqual([]);
    expect(newEntries({ dynamodb: {} })).toEqual([]);
  });
});

describe('publishing', () => {
  it('sends in order, ten entries a call at most', async () => {
    bridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [] });
    const many = Array.from({ length: 12 }, (_, i) => entry(`e${i}`));
    expect(await publish({ Records: [record('1', many)] })).toEqual({ batchItemFailures: [] });
    expect(sent().map((call) => call?.length)).toEqual([10, 2]);
  });

  it('repeats exactly the entries that the bus refused', async () => {
    bridge
      .on(PutEventsCommand)
      .resolvesOnce({
        FailedEntryCount: 1,
        Entries: [{ EventId: '1' }, { ErrorCode: 'ThrottlingException' }],
      })
      .resolves({ FailedEntryCount: 0, Entries: [{ EventId: '2' }] });
    expect(await publish({ Records: [record('1', [entry('a'), entry('b')])] })).toEqual({
      batchItemFailures: [],
    });
    expect(sent()).toEqual([[entry('a').detail, entry('b').detail], [entry('b').detail]]);
  });

  it('reports the first record that did not get through and stops there, so that order is kept', async () => {
    bridge
      .on(PutEventsCommand)
      .resolvesOnce({ FailedEntryCount: 0, Entries: [{ EventId: '1' }] })
      .resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] });
    const records = [record('1', [entry('a')]), record('2', [entry('b')]), record('3', [entry('c')])];
    expect(await publish({ Records: records })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(sent().flat()).not.toContain(entry('c').detail);
  });
});
