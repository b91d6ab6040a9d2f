import { describe, expect, it } from 'vitest';
import { fileOf, idIn, phases, settled, world } from './uploads.suite.ts';
import type { Uploads } from './uploads.ts';

describe('two files that are the same', () => {
  it('are sent once, and the other says which one it is', async () => {
    for (const locks of [undefined, navigator.locks]) {
      const { open, calls, kept } = world({ locks });
      const uploads = open();
      await uploads.take([{ file: fileOf('a.mp4') }, { file: fileOf('b.mp4') }]);
      uploads.startAll();
      await settled();
      expect(uploads.list.shown.get()).toMatchObject([{ phase: 'sent' }, { phase: 'twin', twinOf: 'a' }]);
      expect(calls).toEqual(['announce a']);
      expect(kept.all()).toEqual([]);
    }
  });

  /** Two that are the same, of which the first was announced and is not through. */
  const twins = async () => {
    const there = world({ answered: new Promise(() => undefined) });
    const uploads = there.open();
    await uploads.take([{ file: fileOf('a.mp4') }, { file: fileOf('b.mp4') }]);
    uploads.edit(idIn(uploads, 1), { title: 'Bản của tôi' });
    uploads.startAll();
    await settled();
    expect(phases(uploads)).toEqual(['waiting', 'twin']);
    return { ...there, uploads, first: idIn(uploads), second: idIn(uploads, 1) };
  };
  const ofTwin = { title: 'Bản của tôi', stage: 'paused' };

  it('are both on the device until one of them is sent', async () => {
    const { uploads, kept, first, second, open } = await twins();
    expect(kept.find(second)).toMatchObject(ofTwin);
    uploads.pause(first);
    const later = open();
    await later.restore();
    expect(later.list.shown.get()).toMatchObject([{ title: 'a' }, ofTwin]);
    uploads.list.change(first, { phase: 'duplicate', stage: 'paused' });
    expect(uploads.list.shown.get()).toMatchObject([{ phase: 'duplicate' }, { phase: 'twin', twinOf: 'a' }]);
    expect(kept.has(second)).toBe(false);
    uploads.drop(first);
    expect(phases(uploads)).toEqual(['twin']);
    expect(kept.has(second)).toBe(false);
  });

  it('leave the second to be sent when the first cannot be read any more, or is dropped', async () => {
    const ends: Readonly<Record<string, (uploads: Uploads, id: string) => void>> = {
      unreadable: ({ list }, id) => list.change(id, { phase: 'choose', stage: 'paused', file: undefined }),
      dropped: (uploads, id) => uploads.drop(id),
    };
    for (const [how, end] of Object.entries(ends)) {
      const { uploads, kept, calls, first, second } = await twins();
      end(uploads, first);
      const left = uploads.list.find(second);
      expect(left, how).toMatchObject({ phase: 'paused', ...ofTwin });
      expect(left?.twinOf, how).toBeUndefined();
      expect(kept.find(second), how).toMatchObject(ofTwin);
      uploads.start(second);
      await settled();
      expect(calls, how).toEqual(['announce a', 'announce Bản của tôi']);
    }
  });

  it('leave the second to be sent when there is no room for the first', async () => {
    const there = world();
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const problem = { code: 'room-quota-reached', status: 409 };
    there.api.requestUpload = (async () => {
      await answered;
      return { ok: false, status: 409, problem };
    }) as never;
    const uploads = there.open();
    await uploads.take([{ file: fileOf('a.mp4') }, { file: fileOf('b.mp4') }]);
    uploads.startAll();
    await settled();
    expect(phases(uploads)[1]).toBe('twin');
    answer();
    await settled();
    expect(uploads.list.shown.get()).toMatchObject([{ phase: 'refused', problem }, { phase: 'paused' }]);
    expect(there.kept.all()).toMatchObject([{ title: 'a' }, { title: 'b', stage: 'paused' }]);
  });

  it('are not shown any more, the second either, once another tab has dropped it', async () => {
    const { uploads, kept, second } = await twins();
    uploads.follow(second);
    expect(phases(uploads)).toEqual(['waiting', 'twin']);
    kept.forget(second);
    uploads.follow(second);
    expect(phases(uploads)).toEqual(['waiting']);
  });

  it('count once, and the second anew when it is sent after all', async () => {
    const { uploads, first, second } = await twins();
    expect(uploads.list.progress()).toEqual({ count: 1, bytes: 40, sentBytes: 0 });
    uploads.list.change(first, { phase: 'refused', stage: 'paused', sentBytes: 10 });
    uploads.start(second);
    await settled();
    expect(uploads.list.progress()).toEqual({ count: 1, bytes: 40, sentBytes: 0 });
  });
});
