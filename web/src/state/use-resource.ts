import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Problem, Refused } from '../api/types.ts';

type Loader<T> = () => Promise<{ readonly ok: true; readonly body: T } | Refused>;

/** What a page shows: nothing yet, a refusal, or data; `behind` says why data could not be brought up to date. */
export type Resource<T> = {
  readonly data?: T;
  readonly problem?: Problem;
  readonly behind?: Problem;
  readonly reload: () => Promise<void>;
  readonly replace: (data: T) => void;
};
type Seen<T> = { readonly data?: T; readonly problem?: Problem; readonly behind?: Problem };

/**
 * Loads data for a page and again whenever one of `deps` changes; `undefined` loads nothing. Answers that arrive
 * after a newer request are dropped. Comes back by itself when the network does.
 */
export const useResource = <T>(load: Loader<T> | undefined, deps: readonly unknown[]): Resource<T> => {
  const [seen, setSeen] = useState<Seen<T>>({});
  const latest = useRef(0);
  const loader = useRef(load);
  loader.current = load;

  const reload = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    const answer = await loader.current?.();
    if (!answer || mine !== latest.current) return;
    if (answer.ok) return setSeen({ data: answer.body });
    const { problem } = answer;
    setSeen((before) => (before.data === undefined ? { problem } : { data: before.data, behind: problem }));
  }, []);

  useEffect(() => {
    setSeen({});
    void reload();
    return () => {
      latest.current += 1;
    };
  }, deps);

  const isOffline = (seen.problem ?? seen.behind)?.code === 'offline';
  useEffect(() => {
    if (!isOffline) return undefined;
    const retry = () => void reload();
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [isOffline, reload]);

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
