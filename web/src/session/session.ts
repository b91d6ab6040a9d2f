import type { Role } from '../../../shared/contract/roles.ts';
import { device } from '../state/storage.ts';
import { createStore } from '../state/store.ts';
import { claimsOf } from './access-token.ts';
import { refreshTokens, revoke, signOutEverywhere, type Tokens } from './cognito.ts';

export type Session =
  | { readonly state: 'starting' }
  | { readonly state: 'out' }
  | { readonly state: 'in'; readonly personId: string; readonly roles: readonly Role[] };

const REFRESH_KEY = 'hvs.refresh';
/** A token this close to its end (ms) is replaced before it is used. */
const MARGIN_MS = 60_000;

/** Who is signed in on this device. */
export const session = createStore<Session>({ state: 'starting' });

type Held = { readonly access: string; readonly usableUntil: number };
let held: Held | undefined;
let refreshing: Promise<string | undefined> | undefined;

const forget = (): void => {
  held = undefined;
  device.remove(REFRESH_KEY);
  session.set({ state: 'out' });
};

/** Takes tokens into use. The access token stays in memory; its life is counted by this device's clock. */
export const begin = (tokens: Tokens): void => {
  const claims = claimsOf(tokens.access);
  if (!claims) return forget();
  held = {
    access: tokens.access,
    usableUntil: Date.now() + (claims.expiresAt - claims.issuedAt) - MARGIN_MS,
  };
  if (tokens.refresh) device.write(REFRESH_KEY, tokens.refresh);
  const before = session.get();
  const same = before.state === 'in' && before.personId === claims.personId;
  if (same && before.roles.join() === claims.roles.join()) return;
  session.set({ state: 'in', personId: claims.personId, roles: claims.roles });
};

const refresh = async (): Promise<string | undefined> => {
  const token = device.read(REFRESH_KEY);
  if (!token) {
    forget();
    return undefined;
  }
  const result = await refreshTokens(token);
  if (result === 'ended') forget();
  if (typeof result === 'object') begin(result);
  if (result === 'offline' && session.get().state === 'starting') session.set({ state: 'out' });
  return held?.access;
};

/** A usable access token, or undefined when nobody is signed in. Calls at the same moment share one refresh. */
export const accessToken = async (renew: boolean): Promise<string | undefined> => {
  if (held && !renew && Date.now() < held.usableUntil) return held.access;
  refreshing ??= refresh().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
};

/** Ends the sign-in on this device, or on all devices of the person. */
export const signOut = async (everywhere: boolean): Promise<void> => {
  const refreshToken = device.read(REFRESH_KEY);
  const access = held?.access;
  forget();
  const ending = everywhere && access ? signOutEverywhere(access) : refreshToken && revoke(refreshToken);
  await Promise.resolve(ending).catch(() => undefined);
};

/** Another tab signing in or out is followed here. */
export const followOtherTabs = (): void => {
  addEventListener('storage', (event) => {
    if (event.key !== REFRESH_KEY) return;
    if (event.newValue === null) forget();
    else void accessToken(true);
  });
};
