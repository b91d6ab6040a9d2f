import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { awaitingUpload } from './domain/asset.ts';
import type { Recording } from './domain/recording.ts';
import { quotaKey } from './keys.ts';
import { RecordingStore } from './store.ts';

const at = '2026-11-23T02:00:00.000Z';

let service: ServiceTable;
let store: RecordingStore;

beforeAll(async () => {
  service = await startServiceTable();
  store = new RecordingStore(service.db, service.table);
});
afterAll(() => service?.stop());

async function announced(uploadedBy: string, counted: Pick<Recording, 'isCounted'>): Promise<Recording> {
  const when = { createdAt: at, changedAt: at, movedAt: at, version: 1, resends: 0 };
  const recording: Recording = {
    ...{ assetId: ulid(), title: 'Bài giảng', fileName: 'bai.mp4', bytes: 100, uploadedBy },
    ...{ ...when, correlationId: 'request', uploadId: 'upload', state: awaitingUpload(100), ...counted },
  };
  const request = { actor: uploadedBy, route: 'request-upload', key: ulid(), at };
  expect(await store.saveAnnounced(recording, request)).toBe('saved');
  return recording;
}

const countOf = async (person: string, day?: string) => {
  const { Item } = await service.db.send(
    new GetCommand({ TableName: service.table, Key: quotaKey(person, day) }),
  );
  return Item;
};

describe('room and day', () => {
  it('are given back by what was counted, and by nothing else', async () => {
    const person = ulid();
    const counted = await announced(person, { isCounted: true });
    const older = await announced(person, {});
    expect(await countOf(person)).toMatchObject({ used: 200 });
    for (const one of [older, counted]) await store.removeAnnounced(one);
    expect(await countOf(person), 'the older one was there before anything was counted').toMatchObject({
      used: 100,
    });
  });

  it('of a day that was forgotten leave nothing that is never forgotten', async () => {
    const person = ulid();
    const recording = await announced(person, { isCounted: true });
    const Key = quotaKey(person, '2026-11-23');
    await service.db.send(new DeleteCommand({ TableName: service.table, Key }));
    await store.removeAnnounced(recording);
    const after = (await countOf(person, '2026-11-23')) as { expiresAt: number };
    expect(new Date(after.expiresAt * 1000).toISOString()).toBe('2026-11-26T02:00:00.000Z');
  });
});
