// Plain JavaScript for Node 20 and later, without dependencies: it runs before anything is installed.
// Usage: node local/bootstrap.mjs <script.ts> [arguments]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.hoc-vu-so', 'installed');
const lockfile = path.join(root, 'package-lock.json');
const WATCH_MS = 500;
const PATIENCE_MS = 8000;
const PROBE_MS = 5000;

const lockHash = () => createHash('sha256').update(readFileSync(lockfile)).digest('hex');
const readText = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Whether an install by hand (`npm ci`) already put every package of the lockfile in place. */
function installedByHand() {
  const hidden = readText(path.join(modules, '.package-lock.json'));
  if (!hidden) return false;
  const present = JSON.parse(hidden).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(lockfile, 'utf8')).packages);
  return wanted.every(
    ([name, { version, optional }]) =>
      name === '' || (present[name] ? present[name].version === version : optional === true),
  );
}

function writeStamp() {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, lockHash());
}

function countPackages() {
  if (!existsSync(modules)) return 0;
  return readdirSync(modules).reduce(
    (count, name) => count + (name.startsWith('@') ? readdirSync(path.join(modules, name)).length : 1),
    0,
  );
}

/** Runs npm with the npm that started us, or the one on the path. Resolves to its exit code and error output. */
function npm(arguments_) {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const child = spawn(command, [...first, ...arguments_], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const interrupt = () => {
    child.kill('SIGTERM');
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, interrupt);
  const stopWatching = watchParents(interrupt);
  child.once('close', stopWatching);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, errors: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, errors }));
  });
}

const UNREACHABLE = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ETIMEDOUT',
]);

/**
 * npm asks an unreachable registry for minutes; one question of our own tells in seconds. Behind a proxy only npm
 * knows the way, so nothing is concluded there.
 */
async function isOffline() {
  const { env } = process;
  if (env.npm_config_https_proxy ?? env.npm_config_proxy ?? env.HTTPS_PROXY ?? env.https_proxy) return false;
  try {
    const registry = env.npm_config_registry ?? 'https://registry.npmjs.org/';
    await fetch(registry, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return false;
  } catch (error) {
    return error.name === 'TimeoutError' || UNREACHABLE.has(error.cause?.code);
  }
}

async function install() {
  const total = Object.keys(JSON.parse(readFileSync(lockfile, 'utf8')).packages).length - 1;
  const began = Date.now();
  const say = (text) => console.log(`[install] ${text}`);
  say(
    `Installing up to ${total} packages. This happens once and takes from half a minute to some minutes, as fast as the line is.`,
  );
  const timer = setInterval(() => {
    say(`${Math.round((Date.now() - began) / 1000)} s, ${countPackages()} packages in place`);
  }, 5000);
  const source = (await isOffline()) ? '--offline' : '--prefer-offline';
  const { code, errors } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', source]);
  clearInterval(timer);
  if (code === 0) {
    writeStamp();
    say(`Done in ${Math.round((Date.now() - began) / 1000)} s.`);
    return;
  }
  console.error(installFailure(errors));
  process.exit(1);
}

function installFailure(errors) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED|network/i.test(errors))
    return 'The packages could not be downloaded: the npm registry cannot be reached. Connect to the network once and run the command again.';
  if (/ENOSPC/.test(errors))
    return 'The packages could not be installed: the disk is full. Free about 1.5 GB and run the command again.';
  return `The packages could not be installed. npm said:\n${errors.trim().split('\n').slice(0, 8).join('\n')}`;
}

/** The parent of a process, from /proc; undefined when it is gone or there is no /proc. */
function parentOf(pid) {
  const stat = readText(`/proc/${pid}/stat`);
  return stat && Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/**
 * npm may run us through a shell that outlives it. Both the shell and npm are watched, so that even a
 * kill -9 of npm leaves nothing running. Returns the way to stop watching.
 */
function watchParents(lost) {
  const parent = process.ppid;
  const grandparent = process.env.npm_lifecycle_event ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    const orphaned = process.ppid !== parent || (grandparent && parentOf(parent) !== grandparent);
    if (!orphaned) return;
    clearInterval(timer);
    lost();
  }, WATCH_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Runs the script under the Node of node_modules; its end is our end. */
function run(script, arguments_) {
  const node = path.join(modules, '.bin', 'node');
  if (!existsSync(node)) {
    console.error(
      'There is no Node 24 for this machine in node_modules: only Linux on x64 and arm64 is supported.',
    );
    process.exit(1);
  }
  const child = spawn(
    node,
    ['--disable-warning=ExperimentalWarning', path.resolve(root, script), ...arguments_],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      cwd: root,
    },
  );
  const end = (signal) => {
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.removeAllListeners(signal).on(signal, () => end(signal));
  watchParents(() => end('SIGTERM'));
  child.once('error', (error) => {
    console.error(`Node 24 could not be started: ${error.message}`);
    process.exit(1);
  });
  child.once('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

const [script, ...arguments_] = process.argv.slice(2);
if (!script) {
  console.error('Usage: node local/bootstrap.mjs <script.ts> [arguments]');
  process.exit(1);
}
if (readText(stamp) !== lockHash()) {
  if (installedByHand()) writeStamp();
  else await install();
}
run(script, arguments_);
