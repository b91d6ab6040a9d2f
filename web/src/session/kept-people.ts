import type { Role } from '../../../shared/contract/roles.ts';
import { type DeviceStorage, readJson } from '../state/storage.ts';

/** What this device keeps of one person who has signed in on it. */
export type KeptPerson = {
  readonly personId: string;
  /** As people are called, the last two words of the full name; empty until the register has told it. */
  readonly name: string;
  /** To fill the form in with; empty when the sign-in came from before this was kept. */
  readonly loginName: string;
  readonly roles: readonly Role[];
  /** Which of the colours on this device is theirs, from 0. */
  readonly colour: number;
  /** When they were last switched to, ms since 1970. */
  readonly usedAt: number;
  /**
   * Where the sign-in ends: `device` outlives the browser; `name` leaves the name behind, for office roles;
   * `tab` leaves nothing, for a borrowed phone.
   */
  readonly lasts: 'device' | 'name' | 'tab';
  /** Absent: the password has to be typed. */
  readonly refresh?: string;
};

/** Six rows fit on a phone without scrolling, and a family seldom has more. */
export const MOST_PEOPLE = 6;

/** Everybody who is kept on this device. Read anew every time: other tabs write it, too. */
const PEOPLE_KEY = 'hvs.people';
/** The person whose pages are shown; the identifier alone. Absent: nobody is signed in. */
export const CURRENT_KEY = 'hvs.current';
/** Held one person before there were several. */
const FORMER_KEY = 'hvs.session';

type FormerSession = { readonly refresh: string; readonly personId: string; readonly roles: readonly Role[] };

export const isPeopleKey = (key: string | null): boolean =>
  key === null || key === PEOPLE_KEY || key === CURRENT_KEY;

/** The smallest colour that nobody has, so that no two people on one device look alike. */
const freeColour = (people: readonly KeptPerson[]): number => {
  const taken = new Set(people.map(({ colour }) => colour));
  let colour = 0;
  while (taken.has(colour)) colour += 1;
  return colour;
};

export type Arrival = Omit<KeptPerson, 'colour'>;

/**
 * The list with a person who has just signed in. Places never move, so that the hand finds them again; in a full list
 * whoever was away longest gives way and is returned as `left`.
 */
export const withArrival = (
  people: readonly KeptPerson[],
  arrival: Arrival,
): { readonly people: readonly KeptPerson[]; readonly left?: KeptPerson } => {
  const known = people.find(({ personId }) => personId === arrival.personId);
  if (known) {
    const renewed = {
      ...arrival,
      name: arrival.name || known.name,
      loginName: arrival.loginName || known.loginName,
      colour: known.colour,
    };
    return { people: people.map((one) => (one === known ? renewed : one)) };
  }
  const oldest = people.length < MOST_PEOPLE ? undefined : [...people].sort((a, b) => a.usedAt - b.usedAt)[0];
  const others = people.filter((one) => one !== oldest);
  const joined = { ...arrival, colour: freeColour(others) };
  return { people: [...others, joined], ...(oldest && { left: oldest }) };
};

export const withoutPerson = (people: readonly KeptPerson[], personId: string): readonly KeptPerson[] =>
  people.filter((one) => one.personId !== personId);

/** Takes the right to one-tap switching away; the name stays, to be signed in again by password. */
export const withoutToken = (person: KeptPerson): KeptPerson => {
  const { refresh: _, ...rest } = person;
  return rest;
};

const isKept = (one: unknown): one is KeptPerson =>
  typeof one === 'object' && one !== null && typeof (one as KeptPerson).personId === 'string';

const readList = (storage: DeviceStorage): readonly KeptPerson[] => {
  const list = readJson<unknown>(storage, PEOPLE_KEY);
  return Array.isArray(list) ? list.filter(isKept) : [];
};

/** Nothing is left behind when nobody is kept. */
const writeList = (storage: DeviceStorage, people: readonly KeptPerson[]): void => {
  if (people.length === 0) storage.remove(PEOPLE_KEY);
  else storage.write(PEOPLE_KEY, JSON.stringify(people));
};

/** The two places that people are kept in: one survives the browser, one ends with the tab. */
export type Places = { readonly device: DeviceStorage; readonly tab: DeviceStorage };

/** Everybody on this device as this tab knows them. */
export const readPeople = ({ device, tab }: Places): readonly KeptPerson[] => {
  const here = readList(tab);
  const kept = readList(device);
  const own = (personId: string) => here.find((one) => one.personId === personId);
  return [
    ...kept.map((one) => own(one.personId) ?? one),
    ...here.filter(({ personId }) => !kept.some((one) => one.personId === personId)),
  ];
};

export const writePeople = ({ device, tab }: Places, people: readonly KeptPerson[]): void => {
  writeList(
    device,
    people
      .filter(({ lasts }) => lasts !== 'tab')
      .map((one) => (one.lasts === 'device' ? one : withoutToken(one))),
  );
  writeList(
    tab,
    people.filter(({ lasts, refresh }) => lasts !== 'device' && refresh !== undefined),
  );
};

/** Takes a person out of this tab's own list. */
export const dropFromTab = ({ tab }: Places, personId: string): void =>
  writeList(tab, withoutPerson(readList(tab), personId));

/** Puts a person, as another tab has them, on this tab's own list. */
export const putInTab = ({ tab }: Places, person: KeptPerson): void =>
  writeList(tab, [...withoutPerson(readList(tab), person.personId), person]);

/** The sign-in of the version that kept one person, taken out of storage. Undefined when there is none. */
export const takeFormer = (storage: DeviceStorage): FormerSession | undefined => {
  const former = readJson<FormerSession>(storage, FORMER_KEY);
  storage.remove(FORMER_KEY);
  return former?.personId && former.refresh ? former : undefined;
};
