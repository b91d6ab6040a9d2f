import fs from 'node:fs';
import path from 'node:path';
import { type Cloud, startCloud } from './cloud.ts';
import { buildWhatChanged } from './start/build.ts';
import { contentsOf, fill, offerSignIn } from './start/contents.ts';
import { untilAskedToEnd } from './start/lifetime.ts';
import { HELP, readOptions, type StartOptions } from './start/options.ts';
import { publishSite } from './start/publish-site.ts';
import { Steps } from './start/steps.ts';
import { StartRefused } from './template/start-refused.ts';

const root = path.resolve(import.meta.dirname, '..');
const LOG_FILE = 'local.log';
const LARGEST_LOG_BYTES = 10 * 2 ** 20;

/** Everything the services and functions say goes to a file in the data folder: the terminal is for people. */
function logTo(data: string): (line: string) => void {
  fs.mkdirSync(data, { recursive: true });
  const file = path.join(data, LOG_FILE);
  const isLarge = fs.existsSync(file) && fs.statSync(file).size > LARGEST_LOG_BYTES;
  if (isLarge) fs.renameSync(file, `${file}.old`);
  const stream = fs.createWriteStream(file, { flags: 'a' });
  // A full disk must not end the process for the sake of its log.
  stream.on('error', () => {});
  return (line) => stream.write(`${new Date().toISOString()} ${line}\n`);
}

async function measureFirstAnswer(address: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(address);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The first page answered ${response.status}.`);
  return performance.now() - began;
}

async function start(
  options: StartOptions,
  ending: AbortSignal,
  started: (cloud: Cloud) => void,
): Promise<string> {
  const steps = new Steps();
  const built = await steps.run('Building what changed', async (note) => {
    const result = await buildWhatChanged(root, ending);
    note(result.changed.length > 0 ? result.changed.join(' and ') : 'nothing changed');
    return result;
  });
  const cloud = await steps.run('Starting the local cloud', () =>
    startCloud({ ...options, assembly: built.assembly, log: logTo(options.data) }),
  );
  started(cloud);
  const contents = contentsOf(options.data, options.empty);
  offerSignIn(cloud, contents);
  await steps.run('Publishing the site', async (note) =>
    note(`${await publishSite(cloud, built.site)} files changed`),
  );
  if (!contents.complete)
    await steps.run('Loading demo data', () =>
      fill(cloud, options.data, (line) => console.log(`    ${line}`)),
    );
  await steps.run('Asking for the first page', async (note) =>
    note(`answered in ${Math.round(await measureFirstAnswer(cloud.address))} ms`),
  );
  return cloud.address;
}

/** Errors of the machine that a person can mend get a sentence; anything else is a bug and keeps its stack. */
function sentenceFor(error: unknown): string | undefined {
  if (error instanceof StartRefused) return error.message;
  const text =
    error instanceof Error ? `${error.message} ${(error as NodeJS.ErrnoException).code ?? ''}` : '';
  if (/ENOSPC|disk is full/.test(text)) return 'The disk is full: free some space and start again.';
  if (/EACCES|EROFS|readonly database/.test(text))
    return `There is no right to write here (${text.trim()}): choose another folder with --data.`;
  return undefined;
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
  try {
    const first = await Promise.race([address, asked.then(() => undefined)]);
    if (first !== undefined) {
      console.log(
        `\n  Ready after ${((performance.now() - began) / 1000).toFixed(1)} s. Ctrl-C ends it. What goes on inside: ${first}/local`,
      );
      console.log(`Hoc Vu So: ${first}`);
      await asked;
    }
    address.catch(() => {}); // Work that the end cut short has nobody to tell.
    return 0;
  } finally {
    await cloud?.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const sentence = sentenceFor(error);
    console.error(sentence ?? error);
    process.exit(1);
  },
);
