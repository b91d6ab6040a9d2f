import { device, tab } from '../state/storage.ts';
import { refreshTokens, revoke, signOutEverywhere } from './cognito.ts';
import { isPeopleKey } from './kept-people.ts';
import { SignIns } from './sign-ins.ts';
import type { Word } from './surroundings.ts';

export type { PersonHere } from './roster.ts';
export type { Session } from './surroundings.ts';

/** Browsers without it have one tab at a time as far as sign-ins that live in tabs go. */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('hvs.sign-ins') : undefined;

const signIns = new SignIns({
  device,
  tab,
  pool: { refreshTokens, revoke, signOutEverywhere },
  now: () => Date.now(),
  tell: (word) => channel?.postMessage(word),
});

/** Whose pages this device shows; follow it to learn of a switch. The storage key `hvs.current` says the same. */
export const session = signIns.session;
/** Everybody who has signed in on this device and was not taken off it. */
export const peopleHere = signIns.people;
/** Changes whenever somebody stops being current: what they had open is thrown away with it. */
export const handovers = signIns.handovers;

export const startSession = (): void => signIns.start();
export const begin: SignIns['begin'] = (tokens, arriving) => signIns.begin(tokens, arriving);
export const switchTo: SignIns['switchTo'] = (personId) => signIns.switchTo(personId);
export const introduce: SignIns['introduce'] = (personId, name) => signIns.introduce(personId, name);
/** For work that belongs to one person whoever is current by now: drafts, hand-ins, repeated requests. */
export const accessTokenOf: SignIns['accessTokenOf'] = (personId, renew) =>
  signIns.accessTokenOf(personId, renew);

/** The person whose pages are shown; undefined when nobody is signed in. */
export const currentPersonId = (): string | undefined => {
  const now = session.get();
  return now.state === 'in' ? now.personId : undefined;
};

/** The same as `accessTokenOf` for whoever is current. */
export const accessToken = async (renew: boolean): Promise<string | undefined> => {
  const personId = currentPersonId();
  return personId === undefined ? undefined : accessTokenOf(personId, renew);
};

/** Signs out on this device, or everywhere; the current person unless another is named. */
export const signOut = async (everywhere: boolean, personId = currentPersonId()): Promise<void> => {
  if (personId !== undefined) await signIns.signOut(personId, everywhere);
};

/** Other tabs signing in, switching or out are followed here; touches keep a sign-in that does not last alive. */
export const followDevice = (): void => {
  addEventListener('storage', ({ key }) => {
    if (isPeopleKey(key)) signIns.follow();
  });
  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => signIns.hear(data));
  for (const kind of ['pointerdown', 'keydown'])
    addEventListener(kind, () => signIns.touch(), { passive: true });
};
