import type { Role } from '../../../shared/contract/roles.ts';
import { device, readJson } from '../state/storage.ts';
import { createStore } from '../state/store.ts';
import { claimsOf } from './access-token.ts';
import { refreshTokens, revoke, signOutEverywhere, type Tokens } from './cognito.ts';

export type Session =
  | { readonly state: 'out' }
  | { readonly state: 'in'; readonly personId: string; readonly roles: readonly Role[] };

/** One key holds the refresh token and whom it is for, so that a start without network still knows the person. */
const SESSION_KEY = 'hvs.session';
type Kept = { readonly refresh: string; readonly personId: string; readonly roles: readonly Role[] };
/** A token this close to its end (ms) is replaced before it is used. */
const MARGIN_MS = 60_000;

/** Who is signed in on this device. */
export const session = createStore<Session>({ state: 'out' });

type Held = { readonly access: string; readonly usableUntil: number };
let held: Held | undefined;
let refreshing: Promise<string | undefined> | undefined;

const forget = (): void => {
  held = undefined;
  device.remove(SESSION_KEY);
  session.set({ state: 'out' });
};

const show = ({ personId, roles }: Pick<Kept, 'personId' | 'roles'>): void => {
  const before = session.get();
  if (before.state === 'in' && before.personId === personId && before.roles.join() === roles.join()) return;
  session.set({ state: 'in', personId, roles });
};

/** Takes tokens into use. The access token stays in memory; its life is counted by this device's clock. */
export const begin = ({ access, refresh }: Tokens): void => {
  const claims = claimsOf(access);
  if (!claims) {
    forget();
    return;
  }
  held = { access, usableUntil: Date.now() + (claims.expiresAt - claims.issuedAt) - MARGIN_MS };
  const kept: Kept | undefined = refresh
    ? { refresh, personId: claims.personId, roles: claims.roles }
    : undefined;
  if (kept) device.write(SESSION_KEY, JSON.stringify(kept));
  show(claims);
};

const refresh = async (): Promise<string | undefined> => {
  const kept = readJson<Kept>(device, SESSION_KEY);
  if (!kept) {
    forget();
    return undefined;
  }
  const result = await refreshTokens(kept.refresh);
  // Signed out, or somebody else signed in, while the pool answered: its answer must not bring the person back.
  if (readJson<Kept>(device, SESSION_KEY)?.personId !== kept.personId) return held?.access;
  if (result === 'offline') throw new Error('The sign-in service did not answer');
  if (result === 'ended') forget();
  else begin(result);
  return held?.access;
};

/**
 * A usable access token, or undefined when nobody is signed in; rejects when the sign-in service cannot be reached.
 * Calls at the same moment share one refresh.
 */
export const accessToken = async (renew: boolean): Promise<string | undefined> => {
  if (held && !renew && Date.now() < held.usableUntil) return held.access;
  refreshing ??= refresh().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
};

/** Shows whoever was signed in on this device last; the first call to the API proves it. */
export const startSession = (): void => {
  const kept = readJson<Kept>(device, SESSION_KEY);
  if (kept) show(kept);
  else session.set({ state: 'out' });
};

/** The pool ends all sign-ins only for a token that still lives; none is held after a reload or a long pause. */
const endEverywhere = async (known: Held | undefined, refreshToken: string): Promise<boolean> => {
  if (known && Date.now() < known.usableUntil) return signOutEverywhere(known.access);
  const renewed = await refreshTokens(refreshToken);
  return typeof renewed !== 'string' && signOutEverywhere(renewed.access);
};

/** Ends the sign-in on this device at once, then at the pool, for this device or for all of the person. Best effort. */
export const signOut = async (everywhere: boolean): Promise<void> => {
  const refreshToken = readJson<Kept>(device, SESSION_KEY)?.refresh;
  const known = held;
  forget();
  if (!refreshToken) return;
  const isEnded = everywhere && (await endEverywhere(known, refreshToken).catch(() => false));
  if (!isEnded) await revoke(refreshToken).catch(() => undefined);
};

/** Another tab signing in or out is followed here. */
export const followOtherTabs = (): void => {
  addEventListener('storage', (event) => {
    if (event.key !== SESSION_KEY) return;
    held = undefined;
    startSession();
  });
};
