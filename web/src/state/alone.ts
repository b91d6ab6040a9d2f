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
