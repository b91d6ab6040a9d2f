import { StoreRefusal } from './put-file.ts';
import { arrive, begin, breakOff, enlist, isListed, nothingToSend, type Part, withdraw } from './schedule.ts';

/** A part that has arrived, with the fingerprint that joins it to the others. */
export type Arrived = { readonly partNumber: number; readonly etag: string };
export type Put = (
  url: string,
  body: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
) => Promise<string>;

type Load = {
  readonly file: Blob;
  readonly parts: readonly Part[];
  readonly signal: AbortSignal;
  /** Bytes of the parts given that have gone out so far; fewer again after a part broke. */
  readonly onSent: (bytes: number) => void;
};
/** `stopped` by its signal; `broken` when a part did not arrive: what is missing has to be asked anew. */
export type LoadEnd = {
  readonly kind: 'sent' | 'broken' | 'stopped';
  readonly arrived: readonly Arrived[];
  /** What the store answered to a part that it did not take; undefined when the line broke. */
  readonly status?: number;
};
type Running = Load & {
  readonly arrived: Arrived[];
  readonly gone: Map<number, number>;
  readonly end: (kind: LoadEnd['kind']) => void;
  isBroken: boolean;
  status?: number;
};

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);

/** The connections to the store, shared by all files of this tab in the order of the schedule. */
export class Lanes {
  readonly #put: Put;
  readonly #running = new Map<string, Running>();
  #schedule = nothingToSend;

  constructor(put: Put) {
    this.#put = put;
  }

  /** Sends parts of a file. Never rejects: what did not arrive is told by how it ended. */
  send(id: string, load: Load): Promise<LoadEnd> {
    return new Promise((resolve) => {
      const arrived: Arrived[] = [];
      const stop = (): void => end('stopped');
      const end = (kind: LoadEnd['kind']): void => {
        load.signal.removeEventListener('abort', stop);
        this.#running.delete(id);
        this.#schedule = withdraw(this.#schedule, id);
        resolve({ kind, arrived, ...(running.status !== undefined && { status: running.status }) });
      };
      const running: Running = { ...load, arrived, gone: new Map(), end, isBroken: false };
      if (load.signal.aborted) return resolve({ kind: 'stopped', arrived });
      load.signal.addEventListener('abort', stop);
      this.#running.set(id, running);
      this.#schedule = enlist(this.#schedule, id, load.parts);
      this.#settle(id);
    });
  }

  #settle(id: string): void {
    const load = this.#running.get(id);
    if (load && !isListed(this.#schedule, id)) load.end(load.isBroken ? 'broken' : 'sent');
    this.#fill();
  }

  #fill(): void {
    const { schedule, begun } = begin(this.#schedule);
    this.#schedule = schedule;
    for (const { id, part } of begun) void this.#sendOne(id, part);
  }

  async #sendOne(id: string, part: Part): Promise<void> {
    const load = this.#running.get(id);
    if (!load) return;
    const { partNumber, url, fromByte, toByte } = part;
    const isCurrent = () => this.#running.get(id) === load;
    const note = (bytes: number): void => {
      load.gone.set(partNumber, bytes);
      if (isCurrent()) load.onSent(sum(load.gone.values()));
    };
    try {
      const etag = await this.#put(url, load.file.slice(fromByte, toByte), note, load.signal);
      note(toByte - fromByte);
      load.arrived.push({ partNumber, etag });
      if (isCurrent()) this.#schedule = arrive(this.#schedule, id, partNumber);
    } catch (error) {
      note(0);
      load.isBroken = true;
      if (error instanceof StoreRefusal) load.status = error.status;
      if (isCurrent()) this.#schedule = breakOff(this.#schedule, id, partNumber);
    }
    // The lanes of a file that was stopped are free once its connections are closed.
    this.#settle(id);
  }
}
