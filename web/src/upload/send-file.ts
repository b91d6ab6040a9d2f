import { isTransient } from '../api/retry.ts';
import type { Api, BodyOf, Problem, RequestFor } from '../api/types.ts';
import type { Arrived, Lanes } from './lanes.ts';
import type { Part } from './schedule.ts';

export type Asset = BodyOf<'requestUpload'>['asset'];
export type Announcement = RequestFor<'requestUpload'>;

/** How the sending of a file ended: `gone` when the service awaits no file for it any more, `duplicate` when it has it. */
export type SendEnd =
  | { readonly kind: 'sent' | 'stopped' | 'unreadable' | 'gone' }
  | { readonly kind: 'duplicate'; readonly of: Asset }
  | { readonly kind: 'refused'; readonly problem: Problem };

export type SendTools = {
  readonly api: Pick<Api, 'requestUpload' | 'renewUpload' | 'completeUpload'>;
  readonly lanes: Pick<Lanes, 'send'>;
  /** Resolves after about so long, sooner when the network comes back, at once when stopped. Milliseconds. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
};
type Told = {
  readonly announced: (asset: Asset) => void;
  /** `retrying` without a line, until it is there again; `busy` while whoever should answer has no time. */
  readonly phase: (phase: 'sending' | 'retrying' | 'busy' | 'joining') => void;
  /** Bytes of the whole file that have gone out. */
  readonly sent: (bytes: number) => void;
};
export type Job = {
  readonly id: string;
  readonly file: Blob;
  readonly signal: AbortSignal;
  readonly announcement: Announcement;
  /** Once it was announced. */
  readonly assetId?: string | undefined;
  readonly told: Told;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** So often the parts may turn out not to be the file before it is given up: the file itself must have changed. */
const MOST_MISFITS = 3;
/** So often in a row the store may refuse what it could take: new addresses would not change its mind any more. */
const MOST_REFUSALS = 5;

/** Milliseconds before try `tries` (1 is the first repetition): doubling, up to half of it at random. */
export const pauseBeforeTry = (tries: number, random: () => number = Math.random): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS) * (1 + random() / 2);

/** The code of the refusal of a store that does not take the file, which is none of the service's. */
export const STORE_REFUSES = 'store-refuses';
const refusalOfStore = (status: number): Problem => ({
  type: `/problems/${STORE_REFUSES}`,
  code: STORE_REFUSES,
  title: '',
  status,
});

const bytesIn = (parts: readonly Part[]): number =>
  parts.reduce((bytes, { fromByte, toByte }) => bytes + toByte - fromByte, 0);

/**
 * Bytes of a file of `size` that have arrived: by the numbers of the parts that are there, where these are known, and by
 * the gaps between the missing ones. All parts but the last are of one length.
 */
const arrivedBytes = (missing: readonly Part[], done: readonly number[], size: number): number => {
  const gaps = (missing.at(-1)?.toByte ?? size) - bytesIn(missing);
  const whole = missing.find(({ toByte }) => toByte < size);
  const length = whole ? whole.toByte - whole.fromByte : 0;
  return Math.max(
    gaps,
    done.reduce((sum, no) => sum + Math.min(no * length, size) - (no - 1) * length, 0),
  );
};

type Answer<T> = { readonly ok: true; readonly body: T } | { readonly ok: false; readonly problem: Problem };

/** A file that was changed or taken away since it was chosen cannot be read, which looks like a broken line. */
export const isReadable = (file: Blob): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

class Sending {
  readonly #job: Job;
  readonly #tools: SendTools;
  #tries = 0;
  #misfits = 0;
  #refusals = 0;

  constructor(tools: SendTools, job: Job) {
    this.#tools = tools;
    this.#job = job;
  }

  /** Asks until there is an answer that decides something. Undefined when stopped. */
  async #ask<T>(call: () => Promise<Answer<T>>): Promise<Answer<T> | undefined> {
    while (!this.#job.signal.aborted) {
      const answer = await call();
      if (answer.ok || !isTransient(answer.problem.status, answer.problem.code)) return answer;
      await this.#rest(answer.problem.status);
    }
    return undefined;
  }

  /** Waits before the next try; 0 is no answer at all. */
  async #rest(status: number): Promise<void> {
    this.#job.told.phase(status === 0 ? 'retrying' : 'busy');
    this.#tries += 1;
    await this.#tools.pause(pauseBeforeTry(this.#tries), this.#job.signal);
  }

  async run(): Promise<SendEnd> {
    const { announcement, told } = this.#job;
    if (this.#job.assetId !== undefined) return this.#goOn(this.#job.assetId);
    const answer = await this.#ask(() => this.#tools.api.requestUpload(announcement));
    if (!answer) return { kind: 'stopped' };
    if (!answer.ok) return { kind: 'refused', problem: answer.problem };
    const { asset, parts, duplicate } = answer.body;
    const isAwaited = asset.status === 'awaiting-upload';
    if (duplicate && !isAwaited) return { kind: 'duplicate', of: asset };
    // An own file that was begun elsewhere is gone on with.
    told.announced(asset);
    if (!isAwaited) return { kind: 'gone' };
    return this.#sendAll(asset.assetId, parts, []);
  }

  async #goOn(assetId: string): Promise<SendEnd> {
    const answer = await this.#ask(() => this.#tools.api.renewUpload({ params: { assetId } }));
    if (!answer) return { kind: 'stopped' };
    if (answer.ok) return this.#sendAll(assetId, answer.body.parts, answer.body.done);
    const { problem } = answer;
    const isGone = problem.code === 'upload-finished' || problem.code === 'not-found';
    return isGone ? { kind: 'gone' } : { kind: 'refused', problem };
  }

  async #sendAll(assetId: string, parts: readonly Part[], done: readonly number[]): Promise<SendEnd> {
    const { id, file, signal, told } = this.#job;
    const before = arrivedBytes(parts, done, file.size);
    let most = 0;
    told.phase('sending');
    told.sent(before);
    const onSent = (bytes: number): void => {
      if (bytes > most) this.#tries = 0;
      most = Math.max(most, bytes);
      told.sent(before + bytes);
    };
    const { kind, arrived, status } = await this.#tools.lanes.send(id, { file, parts, signal, onSent });
    if (kind === 'stopped') return { kind };
    if (kind === 'broken') {
      if (!(await isReadable(file))) return { kind: 'unreadable' };
      if (arrived.length > 0) this.#refusals = 0;
      return this.#goOnAfter(assetId, status ?? 0);
    }
    // One answer holds the addresses of a hundred parts.
    const isRest = (parts.at(-1)?.toByte ?? file.size) < file.size && before + bytesIn(parts) < file.size;
    return isRest ? this.#goOn(assetId) : this.#join(assetId, arrived);
  }

  /** Goes on after a break, unless the store (`status`, 0 without its answer) has refused too often by now. */
  async #goOnAfter(assetId: string, status: number): Promise<SendEnd> {
    const isRefused = status >= 400 && status < 500;
    if (isRefused) this.#refusals += 1;
    if (this.#refusals >= MOST_REFUSALS) return { kind: 'refused', problem: refusalOfStore(status) };
    await this.#rest(status);
    return this.#goOn(assetId);
  }

  async #join(assetId: string, arrived: readonly Arrived[]): Promise<SendEnd> {
    this.#job.told.phase('joining');
    const parts = arrived.toSorted((a, b) => a.partNumber - b.partNumber);
    const answer = await this.#ask(() =>
      this.#tools.api.completeUpload({ params: { assetId }, body: { parts } }),
    );
    if (!answer) return { kind: 'stopped' };
    if (answer.ok) return { kind: 'sent' };
    this.#misfits += 1;
    if (answer.problem.code === 'parts-do-not-fit' && this.#misfits < MOST_MISFITS)
      return this.#goOn(assetId);
    return { kind: 'refused', problem: answer.problem };
  }
}

/**
 * Sends one file: announces it, sends its parts, joins them. After a break it goes on by itself as soon as there is a line
 * again, with exactly the parts that the service misses; only a refusal, a file that is gone, or `signal` end it early.
 */
export const sendFile = (tools: SendTools, job: Job): Promise<SendEnd> => new Sending(tools, job).run();
