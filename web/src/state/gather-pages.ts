import type { Refused } from '../api/types.ts';

/** The rows that are here, and where the list goes on. */
export type Kept<Row> = { readonly rows: readonly Row[]; readonly next: string | undefined };
export type KeptAnswer<Row> = { readonly ok: true; readonly body: Kept<Row> } | Refused;
/** Fetches the page behind what is here, and gives both together. */
type NextPage<Row> = (before: Kept<Row>) => Promise<KeptAnswer<Row>>;
type OnRows = (rows: number) => void;

/**
 * Fetches all further pages, one after another. Whoever asks for the same list while it is being gathered hears of the
 * same rows and gets the same answer: a search that asks with each letter starts one download, not one per letter.
 */
export const createGathering = <Row>() => {
  type Running = {
    readonly from: Kept<Row>;
    readonly listeners: OnRows[];
    readonly answer: Promise<KeptAnswer<Row>>;
  };
  let running: Running | undefined;

  const gather = async (
    from: Kept<Row>,
    nextPage: NextPage<Row>,
    listeners: readonly OnRows[],
  ): Promise<KeptAnswer<Row>> => {
    let kept = from;
    while (kept.next) {
      for (const tell of listeners) tell(kept.rows.length);
      const answer = await nextPage(kept);
      if (!answer.ok) return answer;
      kept = answer.body;
    }
    return { ok: true, body: kept };
  };

  return async (from: Kept<Row>, nextPage: NextPage<Row>, onRows: OnRows): Promise<KeptAnswer<Row>> => {
    if (running?.from === from) {
      running.listeners.push(onRows);
      return running.answer;
    }
    const listeners = [onRows];
    const mine: Running = { from, listeners, answer: gather(from, nextPage, listeners) };
    running = mine;
    try {
      return await mine.answer;
    } finally {
      if (running === mine) running = undefined;
    }
  };
};
