import { newKey } from '../api/intent-key.ts';
import type { DeviceStorage } from '../state/storage.ts';

const NAME = 'hvs.sender';
/** A lease that was not renewed for this long (ms) belonged to a tab that is gone. */
const LEASE_MS = 15_000;
const RENEW_MS = 5_000;
/** Two tabs that take a lease at once see within this time (ms) who wrote last. */
const SETTLE_MS = 60;

type Lease = { readonly owner: string; readonly until: number };
type Parts = {
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly storage: DeviceStorage;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
};

const leaseIn = (storage: DeviceStorage): Lease | undefined => {
  const [owner, until] = storage.read(NAME)?.split(' ') ?? [];
  return owner ? { owner, until: Number(until) } : undefined;
};

/** False when another tab sends just now. A device that keeps nothing has no lease to take: then every tab sends. */
const takeLease = async ({ storage, now, wait }: Parts, owner: string): Promise<boolean> => {
  const held = leaseIn(storage);
  if (held && held.owner !== owner && held.until > now() && held.until <= now() + LEASE_MS) return false;
  if (!storage.write(NAME, `${owner} ${now() + LEASE_MS}`)) return true;
  await wait(SETTLE_MS);
  return leaseIn(storage)?.owner === owner;
};

const withLease = async <T>(parts: Parts, owner: string, work: () => Promise<T>): Promise<T | 'busy'> => {
  const { storage, now } = parts;
  if (!(await takeLease(parts, owner))) return 'busy';
  const renewing = setInterval(() => storage.write(NAME, `${owner} ${now() + LEASE_MS}`), RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    if (leaseIn(storage)?.owner === owner) storage.remove(NAME);
  }
};

/**
 * Lets one tab of this browser work at a time, so that a phone does not send everything twice. A page without TLS has
 * no locks and uses a lease, which two tabs may hold by a rare chance: the work must bear that. `busy`: not now.
 */
export const createOneSender = (parts: Parts) => {
  const owner = newKey();
  return <T>(work: () => Promise<T>): Promise<T | 'busy'> =>
    parts.locks ? parts.locks.request(NAME, work) : withLease(parts, owner, work);
};
