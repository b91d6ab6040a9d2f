import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../../tests/support/service-table.ts';
import { AccessStore } from '../access-store.ts';
import type { Publication } from '../domain/access.ts';
import { asideOf } from '../domain/delivery-path.ts';
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

/** A bucket with one asset's poster; `breakAt` fails the so-many-th step once. */
function recordingWithPoster(breakAt = 0, kind: 'video' | 'document' = 'video') {
  const assetId = ulid();
  const poster = `media/${assetId}/h/${kind === 'video' ? 'poster.jpg' : 'poster.webp'}`;
  const objects = new Map([[asideOf(poster), 'picture']]);
  let steps = 0;
  let meanwhile: (() => Promise<void>) | undefined;
  const step = () => {
    steps += 1;
    if (steps === breakAt) throw new Error('the function ended here');
  };
  const posters = {
    copy: async (from: string, to: string) => {
      step();
      const other = meanwhile;
      meanwhile = undefined;
      await other?.();
      const content = objects.get(from);
      if (content === undefined) throw new Error(`nothing under ${from}`);
      objects.set(to, content);
    },
    remove: async (key: string) => {
      step();
      const other = meanwhile;
      meanwhile = undefined;
      await other?.();
      objects.delete(key);
    },
  } as unknown as Posters;
  const recording = {
    assetId,
    kind,
    extras: kind === 'document' ? { poster: `/${poster}` } : { storyboard: '/media/A/h/storyboard.vtt' },
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
  const beforeNextStep = (run: () => Promise<void>) => {
    meanwhile = run;
  };
  return { assetId, take, beforeNextStep, isSeen: () => objects.has(poster), held: () => objects.size };
}

describe('a decision of the library', () => {
  it('shows the poster, takes it out of sight, and brings it back', async () => {
    const { take, isSeen, assetId } = recordingWithPoster();
    expect(isSeen(), 'nobody has appraised it').toBe(false);
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

  it('takes the cover of a document out of sight as well', async () => {
    const { take, isSeen } = recordingWithPoster(0, 'document');
    await take('withdrawn', 1);
    expect(isSeen()).toBe(false);
    await take('issued', 2);
    expect(isSeen()).toBe(true);
  });

  it('to withdraw holds although an earlier one to issue is being carried out', async () => {
    const { take, beforeNextStep, isSeen } = recordingWithPoster();
    await take('withdrawn', 1);
    beforeNextStep(() => take('withdrawn', 3));
    await take('issued', 2);
    expect(isSeen()).toBe(false);
  });

  it('to issue holds although an earlier one to withdraw is being carried out', async () => {
    const { take, beforeNextStep, isSeen } = recordingWithPoster();
    beforeNextStep(() => take('issued', 2));
    await take('withdrawn', 1);
    expect(isSeen()).toBe(true);
  });

  it('to issue is known only when the picture is there: lists would show what nobody gets', async () => {
    const { take, beforeNextStep, assetId } = recordingWithPoster();
    let before: unknown = 'never looked';
    beforeNextStep(async () => {
      before = await access.findPublication(assetId);
    });
    await take('issued', 1);
    expect(before).toBeUndefined();
    expect(await access.findPublication(assetId)).toMatchObject({ state: 'issued' });
  });

  it('stands against an earlier one that arrives after it', async () => {
    const { take, isSeen, assetId } = recordingWithPoster();
    await take('withdrawn', 2);
    await take('issued', 1);
    expect(isSeen()).toBe(false);
    expect(await access.findPublication(assetId)).not.toHaveProperty('access');
  });

  it('that broke off at any step is done whole when it comes again, and never loses the picture', async () => {
    const { take, isSeen, held } = recordingWithPoster(1);
    await expect(take('issued', 1)).rejects.toThrow('ended here');
    for (let times = 0; times < 2; times += 1) await take('issued', 1);
    expect([isSeen(), held()]).toEqual([true, 2]);
    const other = recordingWithPoster(2);
    await other.take('issued', 1);
    await expect(other.take('withdrawn', 2)).rejects.toThrow('ended here');
    for (let times = 0; times < 2; times += 1) await other.take('withdrawn', 2);
    expect([other.isSeen(), other.held()]).toEqual([false, 1]);
  });

  it('of sound alone has no poster to show', async () => {
    const assetId = ulid();
    const sound = { assetId, kind: 'audio', extras: {}, state: { status: 'ready', planHash: 'h' } };
    const recordings = { find: async () => sound as unknown as Recording };
    const posters = { copy: () => expect.fail('copied'), remove: () => expect.fail('removed') };
    await takePublication(
      { access, recordings, posters: posters as unknown as Posters },
      { assetId, state: 'issued', access: 'open', version: 1 },
    );
    expect(await access.findPublication(assetId)).toMatchObject({ state: 'issued' });
  });
});
