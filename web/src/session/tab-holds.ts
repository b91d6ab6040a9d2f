import type { PersonHere } from './roster.ts';

type Locks = Pick<LockManager, 'request' | 'query'>;
const PREFIX = 'hvs.here.';

/**
 * A sign-in that lives in tabs is held by a lock in each of them, so that any page can tell whether it lives on in
 * another one, also in one that is asleep and does not answer.
 */
export const createTabHolds = (locks: Locks | undefined) => {
  const held = new Map<string, () => Promise<unknown>>();

  const hold = (personId: string): void => {
    let release: () => void = () => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    const over = locks?.request(PREFIX + personId, { mode: 'shared' }, () => until);
    held.set(personId, () => {
      held.delete(personId);
      release();
      return over ?? until;
    });
  };

  return {
    /** Brings this tab's holds in step with the sign-ins that live in it. */
    follow: async (people: readonly PersonHere[]): Promise<void> => {
      const passing = people.filter(({ lasts, needsPassword }) => lasts !== 'device' && !needsPassword);
      const ids = new Set(passing.map(({ personId }) => personId));
      for (const personId of ids) if (!held.has(personId)) hold(personId);
      await Promise.all([...held].map(([personId, release]) => ids.has(personId) || release()));
    },
    /** Whose sign-ins live in any tab; undefined where a browser cannot tell. */
    everywhere: async (): Promise<ReadonlySet<string> | undefined> => {
      const { held: all = [] } = (await locks?.query()) ?? { held: undefined };
      if (!locks) return undefined;
      return new Set(
        all.flatMap(({ name = '' }) => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : [])),
      );
    },
  };
};
