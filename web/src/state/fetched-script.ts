import type { Refused } from '../api/types.ts';

const OFFLINE: Refused = {
  ok: false,
  problem: { type: 'about:blank', title: '', status: 0, code: 'offline' },
};

/** A script that is fetched by itself, as `useResource` loads it: when it does not come, it is asked for again with the network. */
export const fetchedScript = async <T>(script: () => Promise<T>) => {
  try {
    return { ok: true, body: await script() } as const;
  } catch {
    return OFFLINE;
  }
};
