/** `waiting`: something is left, and is tried again by itself. */
export type OutboxState = 'idle' | 'sending' | 'waiting';

type Parts = {
  readonly hasWork: () => boolean;
  /** Sends everything once; false when something is left. */
  readonly sendAll: () => Promise<boolean>;
  /** Resolves after `ms`, or at once when `signal` fires. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onState: (state: OutboxState) => void;
};
export type Outbox = {
  /** Sends what there is, now: ends any pause and starts counting pauses anew. */
  readonly wake: () => void;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** Sends for as long as there is something to send, with growing pauses while the server cannot be reached. */
export const createOutbox = ({ hasWork, sendAll, pause, onState }: Parts): Outbox => {
  let isWorking = false;
  let wasWoken = false;
  let pauseMs = FIRST_PAUSE_MS;
  let interrupt = new AbortController();

  const restAWhile = async (): Promise<void> => {
    onState('waiting');
    interrupt = new AbortController();
    await pause(pauseMs, interrupt.signal);
    pauseMs = interrupt.signal.aborted ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };
  const work = async (): Promise<void> => {
    let isLeft = false;
    while (hasWork()) {
      wasWoken = false;
      // Between two tries it still waits: what is read aloud should not change back and forth.
      if (!isLeft) onState('sending');
      isLeft = !(await sendAll().catch(() => false));
      if (isLeft && !wasWoken) await restAWhile();
      if (!isLeft) pauseMs = FIRST_PAUSE_MS;
    }
    // In one step with the last look for work, so that whoever adds some afterwards starts it again.
    isWorking = false;
    onState('idle');
  };

  return {
    wake: () => {
      wasWoken = true;
      pauseMs = FIRST_PAUSE_MS;
      interrupt.abort();
      if (isWorking) return;
      isWorking = true;
      void work();
    },
  };
};
