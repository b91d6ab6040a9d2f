import { newKey } from '../../api/intent-key.ts';
import { readJson, tab } from '../../state/storage.ts';

const NEWCOMER_KEY = 'hvs.newcomer';

/** Somebody who is registering in this tab. Kept until the slip is put away, so that a reload loses nothing. */
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

export const keepNewcomer = (newcomer: Newcomer): void => {
  tab.write(NEWCOMER_KEY, JSON.stringify(newcomer));
};

export const forgetNewcomer = (): void => tab.remove(NEWCOMER_KEY);

/** The same person pressing again, also after a reload, is the same request; another name or code is another one. */
export const newcomerFor = (code: string, fullName: string): Newcomer => {
  const kept = keptNewcomer();
  if (kept && kept.code === code && kept.fullName === fullName) return kept;
  return { code, fullName, claim: newKey() + newKey(), key: newKey() };
};
