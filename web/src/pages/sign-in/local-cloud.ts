import type { Role } from '../../../../shared/contract/roles.ts';
import { siteConfig } from '../../session/config.ts';

export type DemoAccount = {
  readonly role: Role;
  readonly fullName: string;
  readonly loginName: string;
  readonly password: string;
};
export type LocalOffer =
  | { readonly offer: 'accounts'; readonly accounts: readonly DemoAccount[] }
  | { readonly offer: 'first-administrator' }
  | { readonly offer: 'nothing' };

const readLocal = async <T>(address: string): Promise<T | undefined> => {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return response.ok && isJson ? ((await response.json()) as T) : undefined;
};

/** What the platform running on one machine offers a visitor: ready accounts, or to enter the first person. */
export const localOffer = async (): Promise<LocalOffer> => {
  try {
    const { local } = await siteConfig();
    if (!local) return { offer: 'nothing' };
    const ready = await readLocal<{ accounts: readonly DemoAccount[] }>('/local/sign-in.json');
    if (ready && ready.accounts.length > 0) return { offer: 'accounts', accounts: ready.accounts };
    const first = await readLocal<{ needed: boolean }>('/local/first-administrator');
    return first?.needed ? { offer: 'first-administrator' } : { offer: 'nothing' };
  } catch {
    return { offer: 'nothing' };
  }
};

/** A class of the demo that a visitor may try to join; undefined away from the demo. */
export const demoClassCode = async (): Promise<
  { readonly code: string; readonly name: string } | undefined
> => {
  try {
    if (!(await siteConfig()).local) return undefined;
    return (await readLocal<{ open?: { code: string; name: string } }>('/local/class-code.json'))?.open;
  } catch {
    return undefined;
  }
};

type FirstAdministrator = {
  readonly fullName: string;
  readonly loginName: string;
  readonly password: string;
};

/** Enters the first person of an empty platform, with the right to enter all others. True when it was done. */
export const createFirstAdministrator = async (person: FirstAdministrator): Promise<boolean> => {
  const response = await fetch('/local/first-administrator', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  }).catch(() => undefined);
  return response?.ok ?? false;
};
