/** Resolves with a release once it is its turn; rejects when `signal` is aborted before. */
export type Turns = (signal: AbortSignal) => Promise<() => void>;

/** Lets so many at work at one time, the rest in the order in which they came. */
export const createTurns = (places: number): Turns => {
  let free = places;
  const line: (() => void)[] = [];
  const release = (): void => {
    const next = line.shift();
    if (next) next();
    else free += 1;
  };
  const once = (): (() => void) => {
    let isHeld = true;
    return () => {
      if (isHeld) release();
      isHeld = false;
    };
  };
  return (signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      if (free > 0) {
        free -= 1;
        return resolve(once());
      }
      const leave = (): void => {
        line.splice(line.indexOf(enter), 1);
        reject(signal.reason);
      };
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        resolve(once());
      };
      line.push(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
};

type Locks = Pick<LockManager, 'request'>;

/**
 * Runs `work` while no other tab of this browser is at work on `name`; `onWait` hears that another one is. Rejects when
 * `signal` is aborted while it waits. A browser without locks works at once.
 */
export const alone = async (
  locks: Locks | undefined,
  name: string,
  { signal, onWait }: { readonly signal: AbortSignal; readonly onWait: () => void },
  work: () => Promise<void>,
): Promise<void> => {
  if (!locks) return work();
  const isDone = await locks.request(name, { ifAvailable: true }, async (lock) => {
    // A request that does not wait takes no signal.
    signal.throwIfAborted();
    if (lock) await work();
    return lock !== null;
  });
  if (isDone) return;
  onWait();
  await locks.request(name, { signal }, work);
};
