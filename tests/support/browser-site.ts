import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import type { Clock } from '../../local/core/clock.ts';
import { type DemoAccount, demoAccounts } from '../../local/demo/load.ts';
import { accessToken } from '../../local/demo/session.ts';
import { publishSite } from '../../local/start/publish-site.ts';
import { offerSignIn } from '../../local/start/sign-in-offer.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { ASSEMBLY, SITE_FOLDERS } from './built-platform.ts';
import { Client } from './client.ts';
import { DEMO_DATA } from './demo-data.ts';

/** The platform as `npm start` shows it: the site published, the demo centre in it, one-click sign-in offered. */
export type Site = {
  readonly cloud: Cloud;
  /** One person per role. */
  readonly accounts: readonly DemoAccount[];
  /** What functions and services said, to tell why something failed. */
  readonly logs: readonly string[];
  /** Speaks to the API as the demo's person for a role. */
  readonly signIn: (role: Role) => Promise<Client>;
  readonly signInByName: (loginName: string) => Promise<Client>;
  /** The folder where everything is kept. */
  readonly data: string;
  readonly stop: () => Promise<void>;
};

async function signInByName(cloud: Cloud, loginName: string): Promise<Client> {
  const token = await accessToken(cloud, loginName);
  return new Client({ address: cloud.address, personId: loginName, token, patient: true, heard: [] });
}

/** Starts a copy of the demo in a temporary folder, gone after `stop`. `demo-data.ts` must have made the demo before. */
export async function startSite(clock?: Clock): Promise<Site> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-site-'));
  const logs: string[] = [];
  const log = (line: string) => logs.push(line);
  fs.cpSync(DEMO_DATA, data, { recursive: true });
  const cloud = await startCloud({ assembly: ASSEMBLY, data, log, ...(clock && { clock }) });
  offerSignIn(cloud, { kind: 'demo', complete: true });
  await publishSite(cloud, SITE_FOLDERS);
  return {
    cloud,
    accounts: demoAccounts(),
    logs,
    signIn: (role) => signInByName(cloud, demoAccounts().find((one) => one.role === role)?.loginName ?? ''),
    signInByName: (loginName) => signInByName(cloud, loginName),
    data,
    stop: async () => {
      await cloud.stop();
      fs.rmSync(data, { recursive: true, force: true });
    },
  };
}
