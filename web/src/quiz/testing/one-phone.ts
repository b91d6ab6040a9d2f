import type { Attempt, Response } from '../../../../services/quizzes/contract.ts';
import type { ListedStorage } from '../../state/storage.ts';
import type { Courier } from '../carry-out.ts';
import { createKeeping, type Keeping } from '../keeping.ts';

const ITEMS = ['a', 'b', 'c'] as const;
export type ItemId = (typeof ITEMS)[number];
export const REF = { personId: 'P', attemptId: 'A' };

export const text = (value: string): Response => ({ kind: 'short-answer', text: value });

export const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  attemptId: REF.attemptId,
  quizId: 'Q',
  courseId: 'C',
  attemptNo: 1,
  status: 'open',
  navigation: 'free',
  startedAt: '2026-11-23T01:00:00.000Z',
  serverTime: '2026-11-23T01:00:00.000Z',
  items: ITEMS.map((itemId) => ({ kind: 'short-answer', itemId, stem: itemId })),
  answers: [],
  ...more,
});

type Tab = { readonly keeping: Keeping; readonly close: () => void; readonly isOpen: () => boolean };

/** A device whose entries outlive its tabs. With `room` false it refuses every write, as a full one does. */
export class OnePhone {
  readonly entries = new Map<string, string>();
  room = true;

  /** One tab; after `close` nothing that it still does reaches the device, and it asks the server for nothing more. */
  openTab(): Tab {
    let isOpen = true;
    const storage: ListedStorage = {
      read: (key) => this.entries.get(key),
      write: (key, value) => {
        if (isOpen && this.room) this.entries.set(key, value);
        return this.room;
      },
      remove: (key) => {
        if (isOpen) this.entries.delete(key);
      },
      keys: () => [...this.entries.keys()],
    };
    const close = () => {
      isOpen = false;
    };
    return { keeping: createKeeping(storage), close, isOpen: () => isOpen };
  }
}

/** What becomes of one call: its request is lost, or its answer, or neither. */
export type Fault = 'none' | 'lost-request' | 'lost-answer';

/** A server that keeps the contract: no older answer over a newer one, one submission, nothing after it. */
export class Centre {
  readonly stored = new Map<string, { response: Response; version: number }>();
  submissions = 0;
  now = '2026-11-23T01:00:00.000Z';
  deadline: string | undefined;
  /** Whether it takes answers after the deadline, and those it took. */
  takesLate = false;
  /** Answers that it can never store. */
  isUnfit: (response: Response) => boolean = () => false;
  readonly late = new Set<string>();

  view(): Attempt {
    return attempt({
      status: this.submissions > 0 ? 'submitted' : 'open',
      serverTime: this.now,
      deadline: this.deadline,
      ...(this.submissions === 0 && { startToken: 'proof' }),
      answers: [...this.stored].map(([itemId, one]) => ({
        ...{ itemId, ...one, savedAt: this.now },
        ...(this.late.has(itemId) && { late: true as const }),
      })),
    });
  }

  /**
   * Speaks to it over a line with faults; `travel` decides when a call arrives. A tab that `isOpen` no longer begins no
   * call: what was on its way when it closed arrives all the same.
   */
  courier(
    faults: Fault[],
    travel: () => Promise<unknown> = async () => undefined,
    isOpen: () => boolean = () => true,
  ): Courier {
    const call = async <T>(work: () => T): Promise<T | 'later'> => {
      if (!isOpen()) return 'later';
      const fault = faults.shift() ?? 'none';
      await travel();
      if (fault === 'lost-request') return 'later';
      const answer = work();
      await travel();
      return fault === 'lost-answer' ? 'later' : answer;
    };
    return {
      save: (_, itemId, { response, version }) => call(() => this.#save(itemId, response, version)),
      read: () => call(() => this.view()),
      sendLate: (_, { token, answers }) =>
        call(() => {
          if (!this.takesLate || token !== 'proof') return 'refused';
          for (const { itemId, response, version } of answers) {
            if (version <= (this.stored.get(itemId)?.version ?? 0)) continue;
            this.stored.set(itemId, { response, version });
            this.late.add(itemId);
          }
          return this.view();
        }),
      submit: () =>
        call(() => {
          if (this.view().status === 'open') this.submissions += 1;
          return this.view();
        }),
    };
  }

  #save(itemId: string, response: Response, version: number) {
    const before = this.stored.get(itemId);
    const isSame =
      before?.version === version && JSON.stringify(before.response) === JSON.stringify(response);
    if (isSame) return 'saved';
    if (this.submissions > 0) return 'closed';
    if (this.isUnfit(response)) return 'unfit';
    if (before && version <= before.version) return 'older';
    this.stored.set(itemId, { response, version });
    return 'saved';
  }
}
