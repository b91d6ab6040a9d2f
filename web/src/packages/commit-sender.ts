import type { Keeping } from '../quiz/keeping.ts';
import { createStore } from '../state/store.ts';
import { keepCommit, type Outcome, sendCommits, type Waiting } from './commit-box.ts';
import { hasCommits } from './has-commits.ts';

export type Kept = {
  readonly status: Waiting['commit']['status'];
  readonly scoreHundredths?: number | undefined;
};

/**
 * `soon`: on this device, and sent before long. `kept` is on this device alone: the service could not be reached.
 * `refused` was not taken and never will be.
 */
export type Saving = 'nothing' | 'soon' | 'sending' | 'sent' | 'kept' | 'refused';

export type Answer = { readonly is: 'taken'; readonly kept: Kept } | { readonly is: 'refused' | 'later' };

type Of = Pick<Waiting, 'assetId' | 'lesson'>;
const keyOf = (personId: string, { assetId, lesson = 1 }: Of): string => `${personId} ${assetId} ${lesson}`;

type Parts = {
  readonly keeping: Keeping;
  /** Everybody in whose name may be sent. */
  readonly here: () => readonly string[];
  readonly commit: (personId: string, waiting: Waiting) => Promise<Answer>;
  /** Does the work while no other tab does the same. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
};

/** Sends what packages wanted kept, and says of each person apart what became of it: a device is many people's. */
export class CommitSender {
  readonly #parts: Parts;
  /** By the person, the asset and the lesson: the best of all, by the service. */
  readonly results = createStore<ReadonlyMap<string, Kept>>(new Map());
  /** By the person. */
  readonly saving = createStore<ReadonlyMap<string, Saving>>(new Map());

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  resultOf(personId: string, played: Of): Kept | undefined {
    return this.results.get().get(keyOf(personId, played));
  }

  savingOf(personId: string): Saving {
    return this.saving.get().get(personId) ?? 'nothing';
  }

  /** Keeps a commit on the device at once; it is sent by `sendWaiting`. */
  keep(personId: string, waiting: Waiting): void {
    keepCommit(this.#parts.keeping, personId, waiting);
    this.#say(personId, 'soon');
  }

  /** Sends what waits on this device of everybody here, one tab at a time; twice is harmless. */
  async sendWaiting(): Promise<void> {
    const isDue = (personId: string) =>
      hasCommits(this.#parts.keeping, personId) || this.savingOf(personId) === 'soon';
    const due = this.#parts.here().filter(isDue);
    if (due.length === 0) return;
    for (const personId of due) this.#say(personId, 'sending');
    await this.#parts.alone(async () => {
      for (const personId of due) await this.#sendOf(personId);
    });
  }

  async #sendOf(personId: string): Promise<void> {
    let isRefused = false;
    const send = async (waiting: Waiting): Promise<Outcome> => {
      const answer = await this.#parts.commit(personId, waiting);
      isRefused ||= answer.is === 'refused';
      if (answer.is === 'taken')
        this.results.set(new Map([...this.results.get(), [keyOf(personId, waiting), answer.kept]]));
      return answer.is;
    };
    const end = await sendCommits(this.#parts.keeping, personId, send).catch(() => 'left');
    if (end === 'left') this.#say(personId, 'kept');
    else this.#say(personId, isRefused ? 'refused' : 'sent');
  }

  #say(personId: string, saving: Saving): void {
    this.saving.set(new Map([...this.saving.get(), [personId, saving]]));
  }
}
