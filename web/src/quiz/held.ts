type Reply = { readonly ok: boolean };
type One<R> = { users: number; loading?: Promise<R> };

/**
 * What somebody uses, or what is on its way, is loaded once. Nothing else stays: forty handed in photos are hundreds of
 * MB, and a phone has its files in its own store already.
 */
export const createHeld = <R extends Reply>() => {
  const held = new Map<string, One<R>>();
  const use = (key: string): readonly [One<R>, () => void] => {
    const one = held.get(key) ?? { users: 0 };
    one.users += 1;
    held.set(key, one);
    const letGo = () => {
      one.users -= 1;
      if (one.users === 0) held.delete(key);
    };
    return [one, letGo];
  };
  return {
    /** Until the result is called, whoever loads this gets the same. */
    hold: (key: string): (() => void) => use(key)[1],
    /** What is held, or is on its way; a failure is tried again by the next who asks. */
    load: async (key: string, load: () => Promise<R>): Promise<R> => {
      const [one, letGo] = use(key);
      one.loading ??= load();
      try {
        const reply = await one.loading;
        if (!reply.ok) delete one.loading;
        return reply;
      } finally {
        letGo();
      }
    },
  };
};
