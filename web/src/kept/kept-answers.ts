import { createStore, del, delMany, entries, get, keys, set } from 'idb-keyval';
import type { Refused, RouteName } from '../api/types.ts';
import { peopleHere } from '../session/session.ts';
import {
  isOfStranger,
  isShowable,
  isWithdrawn,
  type KeptAnswer,
  keptKey,
  SHAPE,
  surplus,
} from './keeping.ts';

type Stored = KeptAnswer & { readonly chars: number; readonly shape: number };
type Answer = { readonly ok: true; readonly body: unknown } | Refused;

/** The place of one answer on the device, for the person in whose name the request is made. */
export type Slot = {
  readonly read: () => Promise<KeptAnswer | undefined>;
  readonly settle: (answer: Answer) => Promise<void>;
};

let opened: ReturnType<typeof createStore> | undefined;
const answers = () => {
  opened ??= createStore('hvs-kept', 'answers');
  return opened;
};

/** Private windows and full disks refuse; the page then works from the network alone. */
const tolerant = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch {
    return undefined;
  }
};

const here = (): ReadonlySet<string> => new Set(peopleHere.get().map(({ personId }) => personId));

/** Where the answer to a person's read is kept; undefined for routes whose answers are not. */
export const slotFor = (name: RouteName, address: string, personId: string | undefined): Slot | undefined => {
  const key = keptKey(name, address, personId);
  if (!key) return undefined;
  return {
    read: () =>
      tolerant(async () => {
        const stored = await get<Stored>(key, answers());
        if (stored === undefined || isShowable(name, stored)) return stored;
        await del(key, answers());
        return undefined;
      }),
    settle: async (answer) => {
      // The person may have been taken off the device while it was on its way.
      if (isOfStranger(key, here())) return;
      if (answer.ok) {
        const { body } = answer;
        const chars = JSON.stringify(body).length;
        const stored: Stored = { body, at: Date.now(), chars, shape: SHAPE };
        await tolerant(() => set(key, stored, answers()));
      } else if (isWithdrawn(answer.problem.status)) {
        await tolerant(() => del(key, answers()));
      }
    },
  };
};

/** Removes what was kept for people who are not `here`; what is the same for everybody stays. */
export const forgetAnswers = async (here: ReadonlySet<string>): Promise<void> => {
  await tolerant(async () => {
    const theirs = (await keys<string>(answers())).filter((key) => isOfStranger(key, here));
    await delMany(theirs, answers());
  });
};

/** Removes what is too old or too much; `pinned` are the keys that downloads need. */
export const sweepAnswers = async (pinned: ReadonlySet<string>): Promise<void> => {
  await tolerant(async () => {
    const all = await entries<string, Stored>(answers());
    const known = all.map(([key, { at, chars }]) => ({ key, at, chars }));
    await delMany(surplus(known, Date.now(), pinned), answers());
  });
};
