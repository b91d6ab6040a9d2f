import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/contract/roles.ts';
import { claimsOf } from './access-token.ts';
import { MOST_PEOPLE } from './kept-people.ts';
import { IDLE_MS } from './lasting.ts';
import type { SignIns } from './sign-ins.ts';
import { SharedDevice } from './testing/shared-device.ts';

const MINUTE = 60_000;

const whoIs = (tab: SignIns) => {
  const now = tab.session.get();
  return now.state === 'in' ? now.personId : undefined;
};

describe('several people on one phone', () => {
  it('are switched by one call, each with a token of their own', async () => {
    const world = new SharedDevice();
    const tab = world.openTab();
    tab.begin(world.tokens('HANH'));
    tab.begin(world.tokens('DUC'));
    expect(tab.switchTo('HANH')).toBe(true);
    expect(whoIs(tab)).toBe('HANH');
    expect(claimsOf((await tab.accessTokenOf('DUC')) ?? '')?.personId).toBe('DUC');
    expect(tab.switchTo('NOBODY')).toBe(false);
    expect(whoIs(tab)).toBe('HANH');
  });

  it('are known by what they are called after a restart without a network', () => {
    const world = new SharedDevice();
    world.openTab().begin(world.tokens('HANH'), { loginName: 'hanhntm' });
    world.tabs[0]?.signIns.introduce('HANH', 'Nguyễn Thị Mỹ Hạnh');
    world.closeAll();
    world.online = false;
    const tab = world.openTab();
    expect(tab.people.get()).toMatchObject([{ name: 'Mỹ Hạnh', loginName: 'hanhntm', needsPassword: false }]);
    expect(whoIs(tab)).toBe('HANH');
  });

  it('are called by their name from the first moment, where the sign-in brings it', () => {
    const world = new SharedDevice();
    const tab = world.openTab();
    const names: (string | undefined)[] = [];
    tab.session.listen(() => names.push(tab.people.get()[0]?.name));
    tab.begin(world.tokens('DIEM'), { loginName: 'diemntn', fullName: 'Nguyễn Thị Ngọc Diễm' });
    expect(names).toEqual(['Ngọc Diễm']);
  });

  it('give way to the seventh, whoever was away longest, and look different from each other', () => {
    const world = new SharedDevice();
    const tab = world.openTab();
    for (let n = 1; n <= MOST_PEOPLE; n += 1) {
      world.now += MINUTE;
      tab.begin(world.tokens(`P${n}`));
    }
    tab.switchTo('P1');
    world.now += MINUTE;
    tab.begin(world.tokens('P7'));
    const people = tab.people.get();
    expect(people.map(({ personId }) => personId)).toEqual(['P1', 'P3', 'P4', 'P5', 'P6', 'P7']);
    expect(new Set(people.map(({ colour }) => colour)).size).toBe(MOST_PEOPLE);
    expect([...world.living.values()].map(({ personId }) => personId)).not.toContain('P2');
  });

  it('leave no living token behind when they sign in again, and stay signed in in all tabs', async () => {
    const world = new SharedDevice();
    const [tab, other] = [world.openTab(), world.openTab()];
    for (const roles of [['learner'], ['director']] as const) {
      const personId = roles[0].toUpperCase();
      tab.begin(world.tokens(personId, roles));
      world.settle();
      tab.begin(world.tokens(personId, roles));
      world.settle();
      expect([...world.living.values()].filter((one) => one.personId === personId)).toHaveLength(1);
      expect([whoIs(tab), whoIs(other)]).toEqual([personId, personId]);
      expect(await other.accessTokenOf(personId, true)).toBeDefined();
    }
  });

  it('leave no living token behind in a tab that alone knew it', () => {
    const world = new SharedDevice();
    const [tab, other] = [world.openTab(), world.openTab()];
    tab.begin(world.tokens('DUC'), { isBorrowed: true });
    tab.begin(world.tokens('HANH'));
    world.settle();
    other.begin(world.tokens('DUC'));
    world.settle();
    expect([...world.living.values()].filter(({ personId }) => personId === 'DUC')).toHaveLength(1);
  });

  it('tell the pages that somebody left, not that somebody came', () => {
    const world = new SharedDevice();
    const tab = world.openTab();
    tab.begin(world.tokens('HANH'));
    expect(tab.handovers.get()).toBe(0);
    tab.begin(world.tokens('DUC'));
    tab.switchTo('DUC');
    expect(tab.handovers.get()).toBe(1);
  });

  it('take over the one person that the former version kept', () => {
    const world = new SharedDevice();
    world.living.set('old', { personId: 'HANH', roles: ['learner'] });
    world.kept.set('hvs.session', JSON.stringify({ refresh: 'old', personId: 'HANH', roles: ['learner'] }));
    expect(whoIs(world.openTab())).toBe('HANH');
    expect([...world.kept.keys()]).not.toContain('hvs.session');
  });

  it('survive a list that something else has written over', () => {
    const world = new SharedDevice();
    world.kept.set('hvs.people', '[null, 7, {"personId": 3}]');
    world.kept.set('hvs.current', 'HANH');
    expect(whoIs(world.openTab())).toBeUndefined();
  });
});

describe('a sign-in that does not last', () => {
  it('of an office role leaves its name, and asks for the password after the browser was closed', () => {
    const world = new SharedDevice();
    world.openTab().begin(world.tokens('BOSS', ['director']), { loginName: 'giamdoc' });
    world.closeAll();
    const tab = world.openTab();
    expect(whoIs(tab)).toBeUndefined();
    expect(tab.people.get()).toMatchObject([{ loginName: 'giamdoc', needsPassword: true }]);
    expect(JSON.stringify([...world.kept])).not.toContain('refresh-');
  });

  it('on a borrowed phone leaves nothing', () => {
    const world = new SharedDevice();
    world.openTab().begin(world.tokens('HANH'), { isBorrowed: true });
    world.closeAll();
    expect(world.openTab().people.get()).toEqual([]);
    expect(JSON.stringify([...world.kept])).not.toContain('refresh-');
  });

  it('is there in a second tab and after a reload, and ends in both', async () => {
    const world = new SharedDevice();
    const first = world.openTab();
    first.begin(world.tokens('BOSS', ['director']));
    const second = world.openTab();
    world.settle();
    expect([whoIs(second), await second.accessTokenOf('BOSS')]).toEqual(['BOSS', expect.any(String)]);
    expect(whoIs(world.openTab(world.tabs[0]?.own))).toBe('BOSS');
    await second.signOut('BOSS', false);
    world.settle();
    expect([whoIs(first), await first.accessTokenOf('BOSS')]).toEqual([undefined, undefined]);
    expect(first.people.get()).toEqual([]);
  });

  it('ends when nobody touched the device, also while a page keeps asking by itself', async () => {
    const world = new SharedDevice();
    const tab = world.openTab();
    tab.begin(world.tokens('BOSS', ['director']));
    world.now += IDLE_MS - MINUTE;
    tab.touch();
    world.now += IDLE_MS - MINUTE;
    expect(await tab.accessTokenOf('BOSS')).toBeDefined();
    world.now += 2 * MINUTE;
    expect(await tab.accessTokenOf('BOSS')).toBeUndefined();
    expect([whoIs(tab), world.living.size]).toEqual([undefined, 0]);
  });

  it('is not brought back by the touch of somebody who comes too late', () => {
    const world = new SharedDevice();
    const tab = world.openTab();
    tab.begin(world.tokens('BOSS', ['director']));
    tab.begin(world.tokens('HANH'));
    world.now += IDLE_MS + 1;
    tab.touch();
    expect(tab.switchTo('BOSS')).toBe(false);
    expect(whoIs(tab)).toBe('HANH');
  });
});

describe('whatever people do in whichever tab', () => {
  const PEOPLE: Readonly<Record<string, readonly Role[]>> = {
    HANH: ['learner'],
    DUC: ['learner'],
    TRANG: ['teacher'],
    BOSS: ['director'],
  };
  type Act = (world: SharedDevice, tab: SignIns, person: string) => unknown;
  const ACTS: Readonly<Record<string, Act>> = {
    signIn: (world, tab, person) => tab.begin(world.tokens(person, PEOPLE[person])),
    borrow: (world, tab, person) => tab.begin(world.tokens(person, PEOPLE[person]), { isBorrowed: true }),
    switchTo: (_, tab, person) => tab.switchTo(person),
    signOut: (_, tab, person) => tab.signOut(person, false),
    renew: (_, tab, person) => tab.accessTokenOf(person, true).catch(() => undefined),
    endAtThePool: (world, _, person) => world.end(person),
    pause: (world) => world.pass(20 * MINUTE),
    loseOrFindNetwork: (world) => world.toggleNetwork(),
    openTab: (world) => world.tabs.length < 3 && world.openTab(),
  };
  const step = fc.record({
    what: fc.constantFrom(...Object.keys(ACTS)),
    person: fc.constantFrom(...Object.keys(PEOPLE)),
    at: fc.nat(2),
  });

  /** The device after these steps; `look` sees it after each of them. */
  async function after(
    steps: readonly { what: string; person: string; at: number }[],
    look: (world: SharedDevice) => void = () => undefined,
  ): Promise<SharedDevice> {
    const world = new SharedDevice();
    world.openTab();
    for (const { what, person, at } of steps) {
      const tab = world.tabs[at % world.tabs.length]?.signIns;
      if (tab) await ACTS[what]?.(world, tab, person);
      world.settle();
      look(world);
    }
    return world;
  }

  it('all tabs show the same person', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        await after(steps, ({ tabs }) => {
          expect(new Set(tabs.map(({ signIns }) => whoIs(signIns))).size).toBe(1);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('no token crosses to another person', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.constantFrom(...Object.keys(PEOPLE)),
        async (steps, person) => {
          const { tabs } = await after(steps);
          for (const { signIns } of tabs) {
            const token = await signIns.accessTokenOf(person).catch(() => undefined);
            if (token) expect(claimsOf(token)?.personId).toBe(person);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('no living token of an office role lies in what outlives the browser', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        await after(steps, ({ kept, living }) => {
          const ofOffice = [...living].filter(([, { roles }]) => roles.includes('director'));
          for (const [token] of ofOffice) expect(JSON.stringify([...kept])).not.toContain(`${token}\\"`);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('every living token is held by somebody who can end it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { kept, living, tabs } = await after(steps);
        const held = JSON.stringify([...kept, ...tabs.flatMap(({ own }) => [...own])]);
        for (const token of living.keys()) expect(held).toContain(`${token}\\"`);
      }),
      { numRuns: 200 },
    );
  });

  it('a person taken off the device gets no token there any more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), step, async (steps, last) => {
        const { tabs } = await after([...steps, { ...last, what: 'signOut' }]);
        for (const { signIns } of tabs)
          expect(await signIns.accessTokenOf(last.person).catch(() => undefined)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});
