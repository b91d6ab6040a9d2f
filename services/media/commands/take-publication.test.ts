import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../../tests/support/service-table.ts';
import { AccessStore } from '../access-store.ts';
import type { Publication } from '../domain/access.ts';
import type { Recording } from '../domain/recording.ts';
import type { Posters } from '../posters.ts';
import { takePublication } from './take-publication.ts';

let service: ServiceTable;
let access: AccessStore;
beforeAll(async () => {
  service = await startServiceTable();
  access = new AccessStore(service.db, service.table);
});
afterAll(() => service?.stop());

/** A bucket with one recording's poster; `breakAt` fails the so-many-th step once. */
function recordingWithPoster(breakAt = 0) {
  const assetId = ulid();
  const poster = `media/${assetId}/h/poster.jpg`;
  const objects = new Map([[poster, 'picture']]);
  let steps = 0;
  const step = () => {
    steps += 1;
    if (steps === breakAt) throw new Error('the function ended here');
  };
  const posters = {
    copy: async (from: string, to: string) => {
      step();
      const content = objects.get(from);
      if (content === undefined) throw new Error(`nothing under ${from}`);
      objects.set(to, content);
    },
    remove: async (key: string) => {
      step();
      objects.delete(key);
    },
  } as unknown as Posters;
  const recording = {
    assetId,
    kind: 'video',
    state: { status: 'ready', planHash: 'h' },
  } as unknown as Recording;
  const tools = { access, posters, recordings: { find: async () => recording } };
  const take = (state: Publication['state'], version: number) =>
    takePublication(tools, {
      assetId,
      state,
      version,
      ...(state === 'issued' && { access: 'open' as const }),
    });
  return { assetId, take, isSeen: () => objects.has(poster), held: () => objects.size };
}

describe('a decision of the library', () => {
  it('takes the poster out of sight, and brings it back', async () => {
    const { take, isSeen, assetId } = recordingWithPoster();
    await take('issued', 1);
    expect(isSeen()).toBe(true);
    await take('withdrawn', 2);
    expect(isSeen()).toBe(false);
    await take('issued', 3);
    expect(isSeen()).toBe(true);
    await take('withdrawn', 4);
    expect(isSeen()).toBe(false);
    expect(await access.findPublication(assetId)).toMatchObject({ state: 'withdrawn', version: 4 });
  });

  it('stands against an earlier one that arrives after it', async () => {
    const { take, isSeen, assetId } = recordingWithPoster();
    await take('withdrawn', 2);
    await take('issued', 1);
    expect(isSeen()).toBe(false);
    expect(await access.findPublication(assetId)).not.toHaveProperty('access');
  });

  it('that broke off at any step is done whole when it comes again, and never loses the picture', async () => {
    for (const breakAt of [1, 2]) {
      const { take, isSeen, held } = recordingWithPoster(breakAt);
      await expect(take('withdrawn', 1)).rejects.toThrow('ended here');
      await take('withdrawn', 1);
      await take('withdrawn', 1);
      expect([isSeen(), held()]).toEqual([false, 1]);
    }
  });
});
