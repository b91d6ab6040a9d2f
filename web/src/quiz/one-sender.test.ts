import { describe, expect, it } from 'vitest';
import type { DeviceStorage } from '../state/storage.ts';
import { createOneSender } from './one-sender.ts';

/** Tabs of one phone on a page without TLS, where there are no locks. */
const phone = (room = true) => {
  const kept = new Map<string, string>();
  const clock = { now: 1_000 };
  const storage: DeviceStorage = {
    read: (key) => kept.get(key),
    write: (key, value) => {
      if (room) kept.set(key, value);
      return room;
    },
    remove: (key) => void kept.delete(key),
  };
  const wait = async () => undefined;
  const tab = () => createOneSender({ locks: undefined, storage, now: () => clock.now, wait });
  return { clock, tab };
};
const never = () => new Promise<never>(() => undefined);

describe('the lease of the sender', () => {
  it('is held by one tab at a time and given on when its work is done', async () => {
    const { tab } = phone();
    const [first, second] = [tab(), tab()];
    const work = Promise.withResolvers<string>();
    const busy = first(() => work.promise);
    expect(await second(async () => 'sent')).toBe('busy');
    work.resolve('done');
    expect(await busy).toBe('done');
    expect(await second(async () => 'sent')).toBe('sent');
  });

  it('lapses when its tab is gone', async () => {
    const { clock, tab } = phone();
    const [first, second] = [tab(), tab()];
    void first(never);
    expect(await second(async () => 'sent')).toBe('busy');
    clock.now += 15_001;
    expect(await second(async () => 'sent')).toBe('sent');
  });

  it('lapses, too, when the clock was set back meanwhile', async () => {
    const { clock, tab } = phone();
    const [first, second] = [tab(), tab()];
    void first(never);
    clock.now -= 3_600_000;
    expect(await second(async () => 'sent')).toBe('sent');
  });

  it('keeps nobody from sending where the device keeps nothing', async () => {
    const { tab } = phone(false);
    const [first, second] = [tab(), tab()];
    void first(never);
    expect(await second(async () => 'sent')).toBe('sent');
  });
});
