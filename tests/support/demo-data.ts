import fs from 'node:fs';
import path from 'node:path';
import { startCloud } from '../../local/cloud.ts';
import { EarlierDays } from '../../local/demo/earlier-days.ts';
import { loadDemo } from '../../local/demo/load.ts';
import { fingerprint } from '../../local/start/fingerprint.ts';
import buildPlatform, { ASSEMBLY, locked } from './built-platform.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** The demo as `npm start` loads it. Every site of a test begins with a copy. */
export const DEMO_DATA = path.join(root, '.build/demo-data');
const STAMP = path.join(DEMO_DATA, 'made-of');
const MADE_OF = ['local', 'services', 'shared', 'events', 'infra', 'package-lock.json'];
const SETTLE_MS = 120_000;

/** Loads the demo where what it is made of has changed: most of its seconds go into hashing passwords. */
async function loadWhatChanged(): Promise<void> {
  const wanted = fingerprint(root, MADE_OF);
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === wanted) return;
  fs.rmSync(DEMO_DATA, { recursive: true, force: true });
  const clock = new EarlierDays();
  const log = () => undefined;
  const cloud = await startCloud({ assembly: ASSEMBLY, data: DEMO_DATA, clock, log });
  await loadDemo({ cloud, clock, log });
  await cloud.settle(SETTLE_MS);
  await cloud.stop();
  fs.writeFileSync(STAMP, wanted);
}

/** Builds the platform and loads the demo, once for all files of a run: they start at the same time. */
export default async function setup(): Promise<void> {
  await buildPlatform();
  await locked(loadWhatChanged);
}
