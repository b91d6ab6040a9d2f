import type { Response } from '../../../services/quizzes/contract.ts';
import { acknowledge, adopt, answerItem, type Entry, mergeStored, nextUnsaved, type Sheet } from './answer-sheet.ts';

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

/**
 * Saves answers as they are given: device first, then the server, one at a time, the newest version of each. What
 * cannot be sent is tried again with growing pauses for as long as the page is open.
 */
export const createSaver = (parts: Parts, initial: Sheet): Saver => {
  let sheet = initial;
  let state: SaverState = 'idle';
  let kept = true;
  let stopped = false;
  let working: Promise<void> | undefined;
  let interrupt = new AbortController();

  const tell = (next: SaverState = state): void => {
    state = next;
    if (!stopped) parts.onChange(sheet, state, kept);
  };
  const change = (next: Sheet): void => {
    sheet = next;
    kept = parts.keep(sheet);
    tell();
  };

  /** Sends one answer. False when the server could not be reached. */
  const step = async (itemId: string, entry: Entry): Promise<boolean> => {
    const sent = await parts.send(itemId, entry);
    if (sent === 'later') return false;
    if (sent === 'closed') {
      tell('closed');
      return true;
    }
    if (sent === 'saved') {
      change(acknowledge(sheet, itemId, entry.version));
      return true;
    }
    const stored = await parts.reread();
    if (stored) change(mergeStored(sheet, stored));
    return stored !== undefined;
  };

  const work = async (): Promise<void> => {
    let pauseMs = FIRST_PAUSE_MS;
    for (let next = nextUnsaved(sheet); next && state !== 'closed' && !stopped; next = nextUnsaved(sheet)) {
      tell('saving');
      if (await step(next.itemId, next.entry)) {
        pauseMs = FIRST_PAUSE_MS;
        continue;
      }
      tell('waiting');
      interrupt = new AbortController();
      await parts.pause(pauseMs, interrupt.signal);
      pauseMs = interrupt.signal.aborted ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
    if (state !== 'closed') tell('idle');
  };
  const wake = (): void => {
    interrupt.abort();
    working ??= work().finally(() => {
      working = undefined;
      if (nextUnsaved(sheet) && state !== 'closed' && !stopped) wake();
    });
  };

  return {
    answer: (itemId, response) => change(answerItem(sheet, itemId, response)),
    adopt: (theirs) => change(adopt(sheet, theirs)),
    flush: async () => {
      for (let next = nextUnsaved(sheet); next && state !== 'closed'; next = nextUnsaved(sheet)) {
        if (!(await step(next.itemId, next.entry))) return false;
      }
      return true;
    },
    wake,
    stop: () => {
      stopped = true;
      interrupt.abort();
    },
  };
};
