import type { Role } from '../../../../shared/contract/roles.ts';
import type { DeviceStorage } from '../../state/storage.ts';
import { isPeopleKey } from '../kept-people.ts';
import { SignIns } from '../sign-ins.ts';
import type { Word } from '../surroundings.ts';

/** A pool that answers for what it issued, and a device with as many tabs as a test opens. */
export class SharedDevice {
  now = 1_000_000_000;
  online = true;
  /** Refresh tokens that live, with whose they are. */
  readonly living = new Map<string, { personId: string; roles: readonly Role[] }>();
  readonly kept = new Map<string, string>();
  readonly tabs: { signIns: SignIns; own: Map<string, string> }[] = [];
  readonly #waiting: (() => void)[] = [];
  #issued = 0;

  access(personId: string, roles: readonly Role[]): string {
    const claims = { username: personId, 'cognito:groups': roles, iat: 0, exp: 3600 };
    return ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), ''].join('.');
  }

  tokens(personId: string, roles: readonly Role[] = ['learner']) {
    this.#issued += 1;
    const refresh = `refresh-${this.#issued}`;
    this.living.set(refresh, { personId, roles });
    return { access: this.access(personId, roles), refresh };
  }

  openTab(own = new Map<string, string>()): SignIns {
    const at = this.tabs.length;
    const others = () => this.tabs.filter((_, index) => index !== at).map(({ signIns }) => signIns);
    const storage = (map: Map<string, string>, changed: (key: string) => void): DeviceStorage => ({
      read: (key) => map.get(key),
      write: (key, value) => {
        if (map.get(key) !== value) changed(key);
        map.set(key, value);
        return true;
      },
      remove: (key) => {
        if (map.delete(key)) changed(key);
      },
    });
    const signIns = new SignIns({
      device: storage(this.kept, (key) => {
        if (isPeopleKey(key)) this.#post(others, (other) => other.follow());
      }),
      tab: storage(own, () => undefined),
      pool: {
        refreshTokens: async (refresh) => {
          if (!this.online) return 'offline';
          const known = this.living.get(refresh);
          return known ? { refresh, access: this.access(known.personId, known.roles) } : 'ended';
        },
        revoke: async (refresh) => void this.living.delete(refresh),
        signOutEverywhere: async () => true,
      },
      now: () => this.now,
      tell: (word: Word) => this.#post(others, (other) => other.hear(word)),
    });
    this.tabs.push({ signIns, own });
    signIns.start();
    return signIns;
  }

  /** Lets every tab take notice, as browsers do between two tasks. Fails when the tabs never come to rest. */
  settle(): void {
    for (let rounds = 0; this.#waiting.length > 0; rounds += 1) {
      if (rounds > 50) throw new Error('The tabs go on talking for ever.');
      for (const deliver of this.#waiting.splice(0)) deliver();
    }
  }

  #post(to: () => SignIns[], what: (tab: SignIns) => void): void {
    this.#waiting.push(() => {
      for (const tab of to()) what(tab);
    });
  }

  pass(ms: number): void {
    this.now += ms;
  }

  toggleNetwork(): void {
    this.online = !this.online;
  }

  /** Ends every sign-in of a person at the pool, as another device or an administrator would. */
  end(person: string): void {
    for (const [token, { personId }] of this.living) if (personId === person) this.living.delete(token);
  }

  /** The browser is closed: what lived in tabs is gone. */
  closeAll(): void {
    this.settle();
    this.tabs.length = 0;
  }
}
