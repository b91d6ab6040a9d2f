import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOutAll, concludeEnded, hasWork } from './carry-out.ts';
import { answerOn, draftOf, findDraft, keepAttempt, mergeIn, sheetOf, wishHandIn } from './drafts.ts';
import type { Keeping } from './keeping.ts';
import { outcomeOf } from './outcomes.ts';
import { attempt, Centre, type Fault, type ItemId, OnePhone, REF, text } from './testing/one-phone.ts';

const about = { title: 'Quiz', backHref: '/khoa-hoc/x', receivedAt: 0 };
const now = () => 0;

const opened = (centre = new Centre(), phone = new OnePhone()) => {
  const { keeping, close } = phone.openTab();
  keepAttempt(keeping, REF.personId, centre.view(), about);
  const send = (faults: Fault[] = []) =>
    carryOutAll({ keeping, courier: centre.courier(faults), now }, REF.personId);
  return { centre, phone, keeping, close, send };
};

describe('carryOutAll', () => {
  it('goes on after the browser was closed, from nothing but the device', async () => {
    const { centre, phone, keeping, close } = opened();
    answerOn(keeping, REF, 'a', text('1'));
    wishHandIn(keeping, REF, 'person');
    close();
    const later = phone.openTab().keeping;
    expect(hasWork({ keeping: later, now }, REF.personId)).toBe(true);
    expect(await carryOutAll({ keeping: later, courier: centre.courier([]), now }, REF.personId)).toBe(true);
    expect(centre.stored.get('a')?.response).toEqual(text('1'));
    expect(centre.submissions).toBe(1);
    expect(outcomeOf(later, REF)).toMatchObject({ late: 0, seen: false, title: 'Quiz' });
    expect(draftOf(later, REF)).toBeUndefined();
    expect(hasWork({ keeping: later, now }, REF.personId)).toBe(false);
  });

  it('repeats a hand-in whose answer was lost, and the mark stays one', async () => {
    const { centre, keeping, send } = opened();
    wishHandIn(keeping, REF, 'person');
    expect(await send(['lost-answer'])).toBe(false);
    expect(await send()).toBe(true);
    expect(centre.submissions).toBe(1);
  });

  it('takes over the newer answer of another device', async () => {
    const { centre, keeping, send } = opened();
    centre.stored.set('a', { response: text('elsewhere'), version: 5 });
    answerOn(keeping, REF, 'a', text('here'));
    expect(await send()).toBe(true);
    expect(sheetOf(keeping, REF).a).toEqual({ response: text('elsewhere'), version: 5, saved: true });
  });

  it('says how many answers came too late when the attempt was closed elsewhere', async () => {
    const { centre, keeping, send } = opened();
    centre.submissions = 1;
    answerOn(keeping, REF, 'a', text('late'));
    expect(await send()).toBe(true);
    expect(outcomeOf(keeping, REF)?.late).toBe(1);
  });

  it('sends what was answered before the deadline after it, also when the answer to that is lost', async () => {
    const { centre, keeping, send } = opened();
    answerOn(keeping, REF, 'a', text('in time'), { elapsedMs: 60_000 });
    centre.submissions = 1;
    centre.takesLate = true;
    concludeEnded(keeping, REF, centre.view(), 0);
    expect(outcomeOf(keeping, REF)).toBeUndefined();
    wishHandIn(keeping, REF, 'time');
    expect(await send(['none', 'none', 'lost-answer'])).toBe(false);
    expect(await send()).toBe(true);
    expect(centre.stored.get('a')?.response).toEqual(text('in time'));
    expect(outcomeOf(keeping, REF)).toMatchObject({ late: 0, attempt: { answers: [{ late: true }] } });
  });

  it('ends an attempt as the server has it when late answers are not taken', async () => {
    const { centre, keeping, send } = opened();
    answerOn(keeping, REF, 'a', text('in time'), { elapsedMs: 60_000 });
    centre.submissions = 1;
    expect(await send()).toBe(true);
    expect(outcomeOf(keeping, REF)).toMatchObject({ late: 1, attempt: { answers: [] } });
  });

  it('sends answers in the order of the paper', async () => {
    const { centre, keeping, send } = opened();
    for (const item of ['c', 'a', 'b'] as const) answerOn(keeping, REF, item, text(item));
    expect(await send()).toBe(true);
    expect([...centre.stored.keys()]).toEqual(['a', 'b', 'c']);
  });

  it('sends nothing as anybody else', async () => {
    const { centre, keeping } = opened();
    answerOn(keeping, REF, 'a', text('1'));
    expect(hasWork({ keeping, now }, 'somebody else')).toBe(false);
    await carryOutAll({ keeping, courier: centre.courier([]), now }, 'somebody else');
    expect(centre.stored.size).toBe(0);
    expect(findDraft(keeping, 'somebody else', 'Q')).toBeUndefined();
  });

  it('goes on by network where the device refuses to keep anything', async () => {
    const phone = new OnePhone();
    phone.room = false;
    const { centre, keeping, send } = opened(new Centre(), phone);
    answerOn(keeping, REF, 'a', text('1'));
    expect(phone.entries.size).toBe(0);
    expect(await send()).toBe(true);
    expect(sheetOf(keeping, REF).a?.saved).toBe(true);
    wishHandIn(keeping, REF, 'person');
    expect(await send()).toBe(true);
    expect(centre.submissions).toBe(1);
  });
});

describe('time', () => {
  const timed = () => {
    const centre = new Centre();
    centre.deadline = '2026-11-23T01:10:00.000Z';
    return opened(centre);
  };
  const TEN_MINUTES = 600_000;

  it('that ran out while nobody looked hands in what was saved, once the server agrees', async () => {
    const { centre, keeping } = timed();
    const after = { keeping, now: () => TEN_MINUTES };
    expect(hasWork({ keeping, now: () => TEN_MINUTES - 1 }, REF.personId)).toBe(false);
    expect(hasWork(after, REF.personId)).toBe(true);
    centre.now = centre.deadline ?? '';
    expect(await carryOutAll({ ...after, courier: centre.courier([]) }, REF.personId)).toBe(true);
    expect(centre.submissions).toBe(1);
  });

  it('that ran out by a wrong clock alone is given back', async () => {
    const { centre, keeping } = timed();
    const wrong = { keeping, now: () => 3_600_000 };
    expect(hasWork(wrong, REF.personId)).toBe(true);
    expect(await carryOutAll({ ...wrong, courier: centre.courier([]) }, REF.personId)).toBe(true);
    expect(centre.submissions).toBe(0);
    expect(hasWork(wrong, REF.personId)).toBe(false);
    expect(draftOf(keeping, REF)?.wish).toBeUndefined();
  });
});

type Action = {
  readonly do: 'answer' | 'send' | 'reread' | 'hand-in' | 'crash';
  readonly tab: number;
  readonly item: ItemId;
  readonly value: string;
};

const action: fc.Arbitrary<Action> = fc.record({
  do: fc.constantFrom('answer', 'answer', 'answer', 'send', 'send', 'reread', 'hand-in', 'crash'),
  tab: fc.constantFrom(0, 1),
  item: fc.constantFrom<ItemId>('a', 'b', 'c'),
  value: fc.string({ minLength: 1, maxLength: 3 }),
});
const faults = fc.array(fc.constantFrom<Fault>('none', 'lost-request', 'lost-answer'), { maxLength: 20 });

/** Two tabs of one phone that send at the same time without any lock, over a line that loses things. */
class TwoTabs {
  readonly centre = new Centre();
  readonly last = new Map<ItemId, string>();
  readonly #phone = new OnePhone();
  readonly #tabs = [this.#phone.openTab(), this.#phone.openTab()];
  readonly #faults: Fault[];
  readonly #travel: () => Promise<unknown>;
  isHandedIn = false;

  constructor(faultList: readonly Fault[], travel: () => Promise<unknown>) {
    this.#faults = [...faultList];
    this.#travel = travel;
    keepAttempt(this.#keeping(0), REF.personId, attempt(), about);
  }

  #keeping(at: number): Keeping {
    return this.#tabs[at]!.keeping;
  }

  send(at: number): Promise<boolean> {
    const { keeping, isOpen } = this.#tabs[at]!;
    const courier = this.centre.courier(this.#faults, this.#travel, isOpen);
    return carryOutAll({ keeping, courier, now }, REF.personId);
  }

  act(one: Action): void {
    const keeping = this.#keeping(one.tab);
    if (one.do === 'send') void this.send(one.tab);
    else if (one.do === 'reread') mergeIn(keeping, REF, this.centre.view().answers);
    else if (one.do === 'hand-in') {
      wishHandIn(keeping, REF, 'person');
      this.isHandedIn = true;
    } else if (one.do === 'crash') {
      this.#tabs[one.tab]!.close();
      this.#tabs[one.tab] = this.#phone.openTab();
    } else {
      answerOn(keeping, REF, one.item, text(one.value));
      if (!this.isHandedIn) this.last.set(one.item, one.value);
    }
  }

  get late(): number | undefined {
    return outcomeOf(this.#keeping(0), REF)?.late;
  }
}

describe('two senders, crashes and lost answers, in any order', () => {
  it('end with the last answers on the server, and one submission if it was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(action, { maxLength: 30 }),
        faults,
        async (line, todo, lost) => {
          const phone = new TwoTabs(lost, () => line.schedule(Promise.resolve()));
          line.scheduleSequence(todo.map((one) => ({ label: one.do, builder: async () => phone.act(one) })));
          await line.waitAll();
          while (!(await line.waitFor(phone.send(0)))) {
            // The list of faults is finite, so this ends.
          }
          for (const [item, value] of phone.last)
            expect(phone.centre.stored.get(item)?.response).toEqual(text(value));
          expect(phone.centre.submissions).toBe(phone.isHandedIn ? 1 : 0);
          expect(phone.late).toBe(phone.isHandedIn ? 0 : undefined);
        },
      ),
      { numRuns: 500 },
    );
  });
});
