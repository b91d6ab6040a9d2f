import { type Claims, claimsOf } from './access-token.ts';
import type { Tokens } from './cognito.ts';
import { endAll, endOne } from './ending.ts';
import { HeldTokens } from './held-tokens.ts';
import { CURRENT_KEY, type KeptPerson, takeFormer } from './kept-people.ts';
import { Presence } from './presence.ts';
import { Roster, type SignedIn } from './roster.ts';
import { ShownSession } from './shown-session.ts';
import { SignInBusy } from './sign-in-busy.ts';
import type { Arriving, Surroundings, Word } from './surroundings.ts';
import { TabTalk } from './tab-talk.ts';

/**
 * The sign-ins of the people of one device, as one tab has them. Refresh tokens lie in storage; access tokens are in
 * memory, each under its person, and are never handed to another.
 */
export class SignIns {
  readonly #world: Surroundings;
  readonly #roster: Roster;
  readonly #tabs: TabTalk;
  readonly #presence: Presence;
  readonly #held: HeldTokens;
  readonly #shown = new ShownSession();

  constructor(world: Surroundings) {
    this.#world = world;
    this.#roster = new Roster(world);
    this.#tabs = new TabTalk(world, this.#roster);
    this.#presence = new Presence(world.device, world.now);
    this.#held = new HeldTokens(world.now);
  }

  get people(): Roster['people'] {
    return this.#roster.people;
  }

  get session(): ShownSession['session'] {
    return this.#shown.session;
  }

  get handovers(): ShownSession['handovers'] {
    return this.#shown.handovers;
  }

  /** Shows whoever was current on this device last; the first call to the API proves it. */
  start(): void {
    const former = takeFormer(this.#world.device);
    if (former) {
      this.#keep({ ...former, loginName: '', isBorrowed: false });
      this.#world.device.write(CURRENT_KEY, former.personId);
    }
    this.follow();
  }

  /** Takes tokens of somebody who has just signed in into use; they are the current person from now on. */
  begin(
    { access, refresh }: Tokens,
    { loginName = '', isBorrowed = false, fullName = '' }: Arriving = {},
  ): void {
    const claims = claimsOf(access);
    if (!claims) return;
    const { personId, roles } = claims;
    const replaced = refresh && this.#roster.find(personId)?.refresh;
    this.#presence.note();
    this.#held.hold(access, claims);
    if (refresh) this.#keep({ personId, roles, refresh, loginName, isBorrowed });
    if (fullName) this.introduce(personId, fullName);
    this.#world.device.write(CURRENT_KEY, personId);
    this.#shown.show({ state: 'in', personId, roles });
    this.#tabs.announce(personId);
    if (replaced && replaced !== refresh) void endOne(this.#world.pool, replaced);
  }

  /** Makes a person of this device the current one. False when their password has to be typed first. */
  switchTo(personId: string): boolean {
    const person = this.#usable(personId);
    if (!person) return false;
    this.#roster.change(personId, { usedAt: this.#world.now() });
    this.#world.device.write(CURRENT_KEY, personId);
    this.#shown.show({ state: 'in', personId, roles: person.roles });
    return true;
  }

  /**
   * A usable access token of a person of this device, current or not; undefined when they have to sign in; rejects
   * when the sign-in service cannot be reached, or with `SignInBusy`. Calls at the same moment share one renewal.
   */
  async accessTokenOf(personId: string, renew = false): Promise<string | undefined> {
    if (this.#hasLapsed(personId)) return undefined;
    const held = renew ? undefined : this.#held.usable(personId);
    return held ?? this.#held.renew(personId, () => this.#renew(personId));
  }

  /** Keeps what people call a person, the last two words of the full name, to be read without a network. */
  introduce(personId: string, fullName: string): void {
    this.#roster.change(personId, { name: fullName.trim().split(/\s+/).slice(-2).join(' ') });
  }

  /** Ends a sign-in on this device at once, then at the pool, for this device or for all of the person's. Best effort. */
  async signOut(personId: string, everywhere: boolean): Promise<void> {
    const refresh = this.#roster.find(personId)?.refresh;
    const living = this.#held.usable(personId);
    this.#roster.remove(personId);
    this.#forget(personId);
    if (!refresh) return;
    const isEnded = everywhere && (await endAll(this.#world.pool, refresh, living).catch(() => false));
    if (!isEnded) await endOne(this.#world.pool, refresh);
  }

  /** Brings this tab in step with what is kept on the device. */
  follow(): void {
    const signedIn = this.#roster.all().flatMap(({ personId, refresh }) => (refresh ? personId : []));
    this.#held.dropAllBut(new Set(signedIn));
    this.#roster.publish();
    const current = this.#world.device.read(CURRENT_KEY);
    const person = current === undefined ? undefined : this.#usable(current);
    this.#shown.show(
      person ? { state: 'in', personId: person.personId, roles: person.roles } : { state: 'out' },
    );
    if (current !== undefined && !person) this.#world.tell({ ask: current });
  }

  /** What another tab said. */
  hear(word: Word): void {
    if ('ask' in word) this.#tabs.answer(this.#usable(word.ask));
    else if (this.#tabs.take(word)) this.follow();
  }

  /** Notes that somebody is at the device, after ending what nobody was there for. */
  touch(): void {
    for (const { personId } of this.#roster.all()) this.#hasLapsed(personId);
    this.#presence.note();
  }

  /** The person if no password is needed now. */
  #usable(personId: string): KeptPerson | undefined {
    if (this.#hasLapsed(personId)) return undefined;
    const person = this.#roster.find(personId);
    return person?.refresh ? person : undefined;
  }

  /** A sign-in that does not last is ended once nobody has touched the device for long. */
  #hasLapsed(personId: string): boolean {
    const person = this.#roster.find(personId);
    if (!person?.refresh || person.lasts === 'device' || !this.#presence.isIdle()) return false;
    this.#askPassword(person);
    void endOne(this.#world.pool, person.refresh);
    return true;
  }

  #keep(signedIn: SignedIn): void {
    const left = this.#roster.enter(signedIn, this.#world.now());
    if (left) this.#held.drop(left.personId);
    if (left?.refresh) void endOne(this.#world.pool, left.refresh);
  }

  async #renew(personId: string): Promise<string | undefined> {
    const person = this.#roster.find(personId);
    if (!person?.refresh) {
      this.#forget(personId);
      return undefined;
    }
    const result = await this.#world.pool.refreshTokens(person.refresh);
    // Signed out, or in again, while the pool answered: its answer must not bring back what is over.
    if (this.#roster.find(personId)?.refresh !== person.refresh) return this.#held.last(personId);
    if (result === 'offline') throw new Error('offline');
    if (result === 'busy') throw new SignInBusy('busy');
    const claims = result === 'ended' ? undefined : claimsOf(result.access);
    if (result === 'ended' || claims?.personId !== personId) {
      this.#askPassword(person);
      return undefined;
    }
    this.#held.hold(result.access, claims);
    this.#renewed(person, claims, result.refresh ?? person.refresh);
    return result.access;
  }

  /** Roles given or taken since the last token show at once. */
  #renewed(person: KeptPerson, { personId, roles }: Claims, refresh: string): void {
    const isChanged = refresh !== person.refresh || roles.join() !== person.roles.join();
    if (isChanged) this.#keep({ ...person, roles, refresh, isBorrowed: person.lasts === 'tab' });
    if (this.#shown.isOf(personId)) this.#shown.show({ state: 'in', personId, roles });
  }

  #askPassword(person: KeptPerson): void {
    this.#roster.askPassword(person);
    this.#forget(person.personId);
  }

  #forget(personId: string): void {
    const { device, tell } = this.#world;
    this.#held.drop(personId);
    if (device.read(CURRENT_KEY) === personId) device.remove(CURRENT_KEY);
    if (this.#shown.isOf(personId)) this.#shown.show({ state: 'out' });
    if (this.#roster.all().length === 0) this.#presence.forget();
    tell({ gone: personId });
  }
}
