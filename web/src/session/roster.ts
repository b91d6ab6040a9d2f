import type { Role } from '../../../shared/contract/roles.ts';
import { createStore } from '../state/store.ts';
import { noteBorrower } from './borrowers.ts';
import {
  dropFromTab,
  type KeptPerson,
  type Places,
  putInTab,
  readPeople,
  withArrival,
  withoutPerson,
  withoutToken,
  writePeople,
} from './kept-people.ts';
import { mayLast } from './lasting.ts';

/** A person on this device as the pages see them: never with a token. */
export type PersonHere = Pick<
  KeptPerson,
  'personId' | 'name' | 'loginName' | 'roles' | 'colour' | 'lasts'
> & {
  readonly needsPassword: boolean;
};

export type SignedIn = {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly refresh: string;
  readonly loginName: string;
  readonly isBorrowed: boolean;
};

/** The people of one device. Always read from storage, because other tabs change it. */
export class Roster {
  readonly people = createStore<readonly PersonHere[]>([]);
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  all(): readonly KeptPerson[] {
    return readPeople(this.#places);
  }

  find(personId: string): KeptPerson | undefined {
    return this.all().find((one) => one.personId === personId);
  }

  /** Enters somebody who has signed in; whoever had to give way to them is returned. */
  enter({ isBorrowed, ...person }: SignedIn, usedAt: number): KeptPerson | undefined {
    const short = isBorrowed ? 'tab' : 'name';
    const lasts = mayLast(person.roles, isBorrowed) ? 'device' : short;
    const { people, left } = withArrival(this.all(), { ...person, name: '', usedAt, lasts });
    noteBorrower(this.#places.device, person.personId, isBorrowed);
    this.#write(people);
    return left;
  }

  change(personId: string, values: Partial<Pick<KeptPerson, 'name' | 'usedAt'>>): void {
    this.#write(this.all().map((one) => (one.personId === personId ? { ...one, ...values } : one)));
  }

  remove(personId: string): void {
    this.#write(withoutPerson(this.all(), personId));
  }

  /** Ends the sign-in; the name stays for the password to be typed again, except on a borrowed phone. */
  askPassword({ personId, lasts }: KeptPerson): void {
    if (lasts === 'tab') this.remove(personId);
    else this.#write(this.all().map((one) => (one.personId === personId ? withoutToken(one) : one)));
  }

  /** Takes over a sign-in that lives in another tab. */
  receive(person: KeptPerson): void {
    putInTab(this.#places, person);
    this.publish();
  }

  /** Forgets a sign-in that lived in tabs only; what the device keeps is not this tab's to change. */
  dropFromTab(personId: string): void {
    dropFromTab(this.#places, personId);
    this.publish();
  }

  publish(): void {
    this.people.set(
      this.all().map(({ personId, name, loginName, roles, colour, lasts, refresh }) => ({
        personId,
        name,
        loginName,
        roles,
        colour,
        lasts,
        needsPassword: refresh === undefined,
      })),
    );
  }

  #write(people: readonly KeptPerson[]): void {
    writePeople(this.#places, people);
    this.publish();
  }
}
