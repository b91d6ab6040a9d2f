import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../../local/start/fingerprint.ts';

const root = path.resolve(import.meta.dirname, '../..');
const build = path.join(root, '.build');
const LOCK_STALE_MS = 120_000;

/** The synthesized platform (stage `local`) that flow and browser tests and the benchmarks run. */
export const ASSEMBLY = path.join(build, 'test-assembly');
/** The built web client. */
export const WEB_DIST = path.join(root, 'web/dist');

type Product = {
  readonly name: string;
  /** A file that exists once the product is made. */
  readonly proof: string;
  readonly sources: readonly string[];
  readonly make: () => void;
};

const node = (args: readonly string[], env: NodeJS.ProcessEnv = {}): void => {
  execFileSync(process.execPath, args, { cwd: root, stdio: 'pipe', env: { ...process.env, ...env } });
};

/** Into a folder of its own first: a run that is cut short leaves no half assembly behind. */
function synthesize(): void {
  const made = `${ASSEMBLY}.${process.pid}`;
  node(['infra/app.ts'], { CDK_OUTDIR: made, STAGE: 'local' });
  fs.rmSync(ASSEMBLY, { recursive: true, force: true });
  fs.renameSync(made, ASSEMBLY);
}

const PRODUCTS: readonly Product[] = [
  {
    name: 'test-assembly',
    proof: path.join(ASSEMBLY, 'manifest.json'),
    sources: ['infra', 'services', 'shared', 'events', 'package-lock.json', 'cdk.json'],
    make: synthesize,
  },
  {
    name: 'web-dist',
    proof: path.join(WEB_DIST, 'index.html'),
    sources: ['web', 'services', 'shared', 'package-lock.json'],
    make: () => node(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', 'web']),
  },
];

function make({ name, proof, sources, make: run }: Product): void {
  const seal = path.join(build, `${name}.fingerprint`);
  const wanted = fingerprint(root, sources);
  if (fs.existsSync(proof) && fs.existsSync(seal) && fs.readFileSync(seal, 'utf8') === wanted) return;
  fs.rmSync(seal, { force: true });
  run();
  fs.writeFileSync(seal, wanted);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One test run builds at a time; a lock left by a run that was killed lapses. */
async function locked(work: () => void): Promise<void> {
  const lock = path.join(build, 'test-build.lock');
  fs.mkdirSync(build, { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch {
      const since = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > LOCK_STALE_MS) fs.rmSync(lock, { recursive: true, force: true });
      await pause(100);
    }
  }
  try {
    work();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

/** Synthesizes the platform and builds the web client unless both are there for exactly these sources. */
export default function setup(): Promise<void> {
  return locked(() => PRODUCTS.forEach(make));
}
