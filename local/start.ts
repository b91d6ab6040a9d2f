import fs from 'node:fs';
import path from 'node:path';
import { type Cloud, startCloud } from './cloud.ts';
import { EarlierDays } from './demo/earlier-days.ts';
import { loadDemo } from './demo/load.ts';
import { DOORS } from './doors.ts';
import { Admission } from './http/admission.ts';
import { HeldPort } from './http/ports.ts';
import { buildWhatChanged } from './start/build.ts';
import { type Contents, contentsOf, demoIsComplete } from './start/contents.ts';
import { lockDataFolder } from './start/data-folder.ts';
import { untilAskedToEnd } from './start/lifetime.ts';
import { openLog } from './start/log-file.ts';
import { HELP, readOptions, type StartOptions } from './start/options.ts';
import { publishSite } from './start/publish-site.ts';
import { runCommand } from './start/sentences.ts';
import { offerSignIn } from './start/sign-in-offer.ts';
import { Steps } from './start/steps.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Everything the services and functions say goes to a file in the data folder: the terminal is for people. */
const LOG_FILE = 'local.log';

/** What to expect before anything can be opened. */
const greeting = ({ complete }: Contents): string => `
  Hoc Vu So is being made ready on this machine${complete ? '' : ', with demo data: the first time takes one to four minutes'}.
  The address comes last, when everything works.
`;

/** Where to go from here. The last line is for programs too: it alone begins with the name. */
const farewell = ({ empty }: StartOptions, address: string, seconds: number): string => `
  Ready after ${seconds.toFixed(1)} s. Ctrl-C ends it.
  ${empty ? 'A new centre appoints its first administrator on' : 'Sign in, with one click per role in the demo:'} ${address}/dang-nhap
  What goes on inside: ${address}/local
  These addresses open on this machine only; "Use it on a phone" in README.md says how to lend them to one.
Hoc Vu So: ${address}`;

async function measureFirstAnswer({ address, admission }: Cloud): Promise<number> {
  const began = performance.now();
  const response = await fetch(address, { headers: admission.pass });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The first page answered ${response.status}.`);
  return performance.now() - began;
}

/** What would stop the start later is found before anything takes time: a folder in use, other contents, taken ports. */
async function checkBeforehand({ data, empty, port }: StartOptions): Promise<Contents> {
  fs.mkdirSync(data, { recursive: true });
  lockDataFolder(data)();
  const ports = port === 0 ? [] : Array.from({ length: DOORS }, (_, at) => port + at);
  for (const each of ports) await (await HeldPort.take(each)).close();
  return contentsOf(data, empty);
}

async function start(
  options: StartOptions,
  ending: AbortSignal,
  started: (cloud: Cloud) => void,
): Promise<string> {
  const contents = await checkBeforehand(options);
  console.log(greeting(contents));
  const steps = new Steps(contents.complete ? 4 : 5);
  const admission = new Admission(false);
  const built = await steps.run('Building what changed', async (note) => {
    const result = await buildWhatChanged(root, ending);
    note(result.changed.length > 0 ? result.changed.join(', ') : 'nothing changed');
    return result;
  });
  const clock = new EarlierDays();
  const log = openLog(path.join(options.data, LOG_FILE));
  const cloud = await steps.run('Starting the local cloud', () =>
    startCloud({ ...options, assembly: built.assembly, clock, log, admission }),
  );
  started(cloud);
  await steps.run('Publishing the site', async (note) =>
    note(`${await publishSite(cloud, built.folders)} files changed`),
  );
  if (!contents.complete)
    await steps.run('Loading demo data', async () => {
      await loadDemo({ cloud, clock, log: (line) => console.log(`    ${line}`) });
      demoIsComplete(options.data);
    });
  await steps.run('Asking for the first page', async (note) =>
    note(`answered in ${Math.round(await measureFirstAnswer(cloud))} ms`),
  );
  // Only now, so that nobody is offered accounts or a class code of data that are still being loaded.
  offerSignIn(cloud, contents);
  admission.open();
  return cloud.address;
}

async function main(): Promise<number> {
  const began = performance.now();
  const options = readOptions(process.argv.slice(2), root);
  if (!options) {
    console.log(HELP);
    return 0;
  }
  const ending = new AbortController();
  let cloud: Cloud | undefined;
  const asked = untilAskedToEnd().then((reason) => {
    ending.abort();
    return reason;
  });
  const address = start(options, ending.signal, (started) => {
    cloud = started;
  });
  address.catch(() => {}); // Work that the end cuts short has nobody to tell.
  try {
    const first = await Promise.race([address, asked.then(() => undefined)]);
    if (first !== undefined) {
      console.log(farewell(options, first, (performance.now() - began) / 1000));
      await asked;
    }
    return 0;
  } finally {
    await cloud?.stop();
  }
}

await runCommand(main);
