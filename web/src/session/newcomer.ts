import { newKey } from '../api/intent-key.ts';
import { readJson, tab } from '../state/storage.ts';
import { currentPersonId, session } from './session.ts';

const NEWCOMER_KEY = 'hvs.newcomer';

/**
 * Somebody who is registering in this tab. Kept until the slip is put away, so that a reload loses nothing, and no
 * longer than they have the phone: the claim opens their account.
 */
export type Newcomer = {
  readonly code: string;
  readonly fullName: string;
  /** Only this page knows it; the password is given for it. */
  readonly claim: string;
  readonly key: string;
  /** Since the service has answered. */
  readonly made?: { readonly personId: string; readonly loginName: string; readonly className: string };
};

export const keptNewcomer = (): Newcomer | undefined => readJson<Newcomer>(tab, NEWCOMER_KEY);

/** Whoever is registering by this code; somebody who came by another one has gone. */
export const newcomerWith = (code: string): Newcomer | undefined => {
  const kept = keptNewcomer();
  if (kept?.code === code) return kept;
  forgetNewcomer();
  return undefined;
};

export const keepNewcomer = (newcomer: Newcomer): void => {
  tab.write(NEWCOMER_KEY, JSON.stringify(newcomer));
};

export const forgetNewcomer = (): void => tab.remove(NEWCOMER_KEY);

/** The same person pressing again, also after a reload, is the same request; another name or code is another one. */
export const newcomerFor = (code: string, fullName: string): Newcomer => {
  const kept = keptNewcomer();
  if (kept?.code === code && kept.fullName === fullName) return kept;
  return { code, fullName, claim: newKey() + newKey(), key: newKey() };
};

/** Forgets the newcomer as soon as anybody else has the phone, and when they sign out. */
export const followNewcomer = (): void => {
  let before = currentPersonId();
  session.listen(() => {
    const now = currentPersonId();
    if (now !== before && now !== keptNewcomer()?.made?.personId) forgetNewcomer();
    before = now;
  });
};
