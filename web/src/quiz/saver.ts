import type { Response } from '../../../services/quizzes/contract.ts';
import {
  acknowledge,
  adopt,
  answerItem,
  type Entry,
  mergeStored,
  nextUnsaved,
  type Sheet,
} from './answer-sheet.ts';

/** `older`: the server holds a newer answer. `closed`: the attempt takes no more answers. `later`: no answer came. */
export type Sent = 'saved' | 'older' | 'closed' | 'later';
export type SaverState = 'idle' | 'saving' | 'waiting' | 'closed';
type Stored = Parameters<typeof mergeStored>[1];

type Parts = {
  readonly send: (itemId: string, entry: Entry) => Promise<Sent>;
  /** The answers that the server holds, or undefined when it cannot be asked now. */
  readonly reread: () => Promise<Stored | undefined>;
  /** Writes the sheet to the device before anything is sent; false when the device refuses. */
  readonly keep: (sheet: Sheet) => boolean;
  /** Resolves after `ms`, or at once when `signal` fires. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The server held a newer answer of this item, which is now shown. */
  readonly onTakenOver: (itemId: string) => void;
  readonly onChange: (sheet: Sheet, state: SaverState, kept: boolean) => void;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

export type Saver = {
  readonly answer: (itemId: string, response: Response) => void;
  readonly adopt: (theirs: Sheet) => void;
  /** Sends whatever is unsaved, at once; resolves to true when nothing is left to send. */
  readonly flush: () => Promise<boolean>;
  /** Starts sending in the background and ends any pause, for example when the network is back. */
  readonly wake: () => void;
  readonly stop: () => void;
};

/** The sheet with its state, telling the page of every change and keeping every answer on the device. */
const createHolder = (parts: Parts, initial: Sheet) => {
  const held = { sheet: initial, state: 'idle' as SaverState, kept: true, stopped: false };
  const tell = (next: SaverState): void => {
    held.state = next;
    if (!held.stopped) parts.onChange(held.sheet, held.state, held.kept);
  };
  const change = (next: Sheet): void => {
    held.sheet = next;
    // An answer that arrives after the page was left must not bring back what was forgotten once handed in.
    if (!held.stopped) held.kept = parts.keep(next);
    tell(held.state);
  };
  /** The next answer to send, while the attempt takes answers. */
  const next = () => (held.state === 'closed' ? undefined : nextUnsaved(held.sheet));
  return { held, tell, change, next };
};
type Holder = ReturnType<typeof createHolder>;

/** Sends one answer. False when the server could not be reached. */
const sendOne = async (parts: Parts, { held, tell, change }: Holder, itemId: string, entry: Entry) => {
  const sent = await parts.send(itemId, entry);
  if (sent === 'later') return false;
  if (sent === 'closed') {
    tell('closed');
    return true;
  }
  if (sent === 'saved') {
    change(acknowledge(held.sheet, itemId, entry.version));
    return true;
  }
  const stored = await parts.reread();
  if (!stored) return false;
  change(mergeStored(held.sheet, stored));
  if (!held.stopped) parts.onTakenOver(itemId);
  return true;
};

/**
 * Saves answers as they are given: device first, then the server, one at a time, the newest version of each. What
 * cannot be sent is tried again with growing pauses for as long as the page is open.
 */
export const createSaver = (parts: Parts, initial: Sheet): Saver => {
  const holder = createHolder(parts, initial);
  const { held, tell, change, next } = holder;
  let isWorking = false;
  let interrupt = new AbortController();

  const work = async (): Promise<void> => {
    let pauseMs = FIRST_PAUSE_MS;
    for (let todo = next(); todo && !held.stopped; todo = next()) {
      tell('saving');
      if (await sendOne(parts, holder, todo.itemId, todo.entry)) {
        pauseMs = FIRST_PAUSE_MS;
        continue;
      }
      tell('waiting');
      interrupt = new AbortController();
      await parts.pause(pauseMs, interrupt.signal);
      pauseMs = interrupt.signal.aborted ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
    if (held.state !== 'closed') tell('idle');
  };

  return {
    answer: (itemId, response) => change(answerItem(held.sheet, itemId, response)),
    adopt: (theirs) => change(adopt(held.sheet, theirs)),
    flush: async () => {
      for (let todo = next(); todo; todo = next()) {
        if (!(await sendOne(parts, holder, todo.itemId, todo.entry))) return false;
      }
      return true;
    },
    wake: () => {
      interrupt.abort();
      if (isWorking) return;
      isWorking = true;
      void work().finally(() => {
        isWorking = false;
      });
    },
    stop: () => {
      held.stopped = true;
      interrupt.abort();
    },
  };
};
