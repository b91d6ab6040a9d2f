import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import type { Clock } from '../../local/core/clock.ts';
import { EarlierDays } from '../../local/demo/earlier-days.ts';
import { type DemoAccount, demoAccounts, loadDemo } from '../../local/demo/load.ts';
import { accessToken } from '../../local/demo/session.ts';
import { fingerprint } from '../../local/start/fingerprint.ts';
import { publishSite } from '../../local/start/publish-site.ts';
import { offerSignIn } from '../../local/start/sign-in-offer.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { ASSEMBLY, WEB_DIST } from './built-platform.ts';
import { Client } from './client.ts';

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

const root = path.resolve(import.meta.dirname, '../..');
const DEMO = path.join(root, '.build/demo-data');
const STAMP = path.join(DEMO, 'made-of');
const MADE_OF = ['local', 'services', 'shared', 'events', 'infra', 'package-lock.json'];

/** The demo as `npm start` loads it, once for all that need it: most of its seconds go into hashing passwords. */
async function demoData(log: (line: string) => void): Promise<string> {
  const wanted = fingerprint(root, MADE_OF);
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === wanted) return DEMO;
  fs.rmSync(DEMO, { recursive: true, force: true });
  const clock = new EarlierDays();
  const cloud = await startCloud({ assembly: ASSEMBLY, data: DEMO, clock, log });
  await loadDemo({ cloud, clock, log });
  await cloud.settle(120_000);
  await cloud.stop();
  fs.writeFileSync(STAMP, wanted);
  return DEMO;
}

/** Starts a copy of the demo in a temporary folder, gone after `stop`. */
export async function startSite(clock?: Clock): Promise<Site> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-site-'));
  const logs: string[] = [];
  const log = (line: string) => logs.push(line);
  fs.cpSync(await demoData(log), data, { recursive: true });
  const cloud = await startCloud({ assembly: ASSEMBLY, data, log, ...(clock && { clock }) });
  offerSignIn(cloud, { kind: 'demo', complete: true });
  await publishSite(cloud, { '': WEB_DIST });
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
