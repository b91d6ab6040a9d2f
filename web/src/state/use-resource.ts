import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Refused } from '../api/types.ts';
import type { KeptAnswer } from '../kept/keeping.ts';
import { onceReachable } from './network.ts';
import { afterKept, afterRefusal, type Seen } from './seen.ts';

type Reply<T> = Promise<{ readonly ok: true; readonly body: T } | Refused> & {
  readonly kept?: () => Promise<KeptAnswer<T> | undefined>;
};
type Loader<T> = () => Reply<T>;

/** What a page shows, and the means to change it. */
export type Resource<T> = Seen<T> & {
  readonly reload: () => Promise<void>;
  readonly replace: (data: T) => void;
};

/** Whether it is known what there is, or that this cannot be known now. */
export const isAnswered = ({ data, problem }: Seen<unknown>): boolean =>
  data !== undefined || problem !== undefined;

/** Whether what is shown is the service's word, or known to be the last there is: it does not change under the hand. */
export const isSettled = (seen: Seen<unknown>): boolean =>
  isAnswered(seen) && (seen.since === undefined || seen.behind !== undefined);

/** Loads again by itself when the network is back, if its absence was what kept the data away. */
const useReconnect = ({ problem, behind }: Seen<unknown>, reload: () => Promise<void>): void => {
  const isOffline = (problem ?? behind)?.code === 'offline';
  useEffect(() => {
    if (!isOffline) return undefined;
    return onceReachable(() => void reload());
  }, [isOffline, reload]);
};

/**
 * Loads data for a page: what is kept on the device at once, the service's answer when it comes. Loads again whenever one of `deps` changes; `undefined` loads nothing. Answers that arrive
 * after a newer request are dropped. Comes back by itself when the network does. With `keepsShown` the earlier answer stays
 * until the new one is there: for a choice that is made within what is shown, which must not vanish under the hand.
 */
export const useResource = <T>(
  load: Loader<T> | undefined,
  deps: readonly unknown[],
  { keepsShown = false } = {},
): Resource<T> => {
  const [seen, setSeen] = useState<Seen<T>>({});
  const latest = useRef(0);
  const loader = useRef(load);
  loader.current = load;

  const reload = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    const reply = loader.current?.();
    if (!reply) return;
    const isLatest = () => mine === latest.current;
    const kept = (async () => {
      const answer = await reply.kept?.();
      if (answer && isLatest()) setSeen((before) => afterKept(before, answer));
    })();
    const answer = await reply;
    if (answer.ok && isLatest()) return setSeen({ data: answer.body });
    await kept;
    if (!answer.ok && isLatest()) setSeen((before) => afterRefusal(before, answer.problem));
  }, []);

  useEffect(() => {
    if (!keepsShown) setSeen({});
    void reload();
    return () => {
      latest.current += 1;
    };
  }, deps);

  useReconnect(seen, reload);
  const replace = useCallback((data: T) => setSeen({ data }), []);
  return { ...seen, reload, replace };
};

/** Calls `reload` every `everyMs` while the page is on screen and `active`. The next call waits for the last one. */
export const usePolling = (reload: () => Promise<void>, everyMs: number, active: boolean): void => {
  useEffect(() => {
    if (!active) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const next = () => {
      timer = setTimeout(async () => {
        if (!document.hidden) await reload();
        if (!stopped) next();
      }, everyMs);
    };
    next();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [reload, everyMs, active]);
};
