import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { PLAYER_FOLDER } from '../../infra/publish-site.ts';
import { StartRefused } from '../template/start-refused.ts';
import { fingerprint } from './fingerprint.ts';

/** Something that is made from sources, again only when they change. */
type Product = {
  readonly name: string;
  readonly sources: readonly string[];
  /** Variables that change it by being set, whatever they are set to. */
  readonly switches?: readonly string[];
  /** A file that is there once the product was made. */
  readonly proof: string;
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

const ASSEMBLY = '.build/assembly';
const SITE = 'web/dist';
const DOCS = '.build/docs';
const PLAYER = '.build/package-player';
const KEPT_ERROR_LINES = 15;

/** The end of what a failed build said, without the frames of its stack: they would push the cause out of sight. */
export const whatWentWrong = (output: string): string =>
  output
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at /.test(line))
    .slice(-KEPT_ERROR_LINES)
    .join('\n');

/** The edge knows the pages, and the headers what stands inline in their shells. */
const SHELLS = ['web/shells', 'web/src/pages.ts', 'web/src/styles'];

export const template: Product = {
  name: 'template',
  sources: ['infra', 'services', 'shared', 'events', ...SHELLS, 'cdk.json', 'package-lock.json'],
  // With a program in the engine's place there is no layer that holds the engine.
  switches: ['FFMPEG_PATH'],
  proof: path.join(ASSEMBLY, 'manifest.json'),
  arguments: ['infra/app.ts'],
  environment: { CDK_OUTDIR: ASSEMBLY, STAGE: 'local' },
};

const site: Product = {
  name: 'site',
  sources: ['web', 'shared', 'events', 'services', 'package-lock.json'],
  proof: path.join(SITE, 'index.html'),
  arguments: ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'],
  // Under a test runner's own the build is one for development, and larger than what is shipped.
  environment: { NODE_ENV: 'production' },
};

const player: Product = {
  name: 'package player',
  sources: ['web/package-player', 'package-lock.json'],
  proof: path.join(PLAYER, 'index.html'),
  arguments: ['node_modules/vite/bin/vite.js', 'build', 'web/package-player', '--logLevel', 'warn'],
  environment: { NODE_ENV: 'production' },
};

const docs: Product = {
  name: 'API pages',
  sources: ['docs', 'events', 'services', 'shared', 'infra', 'web/src/messages', 'package-lock.json'],
  proof: path.join(DOCS, 'index.html'),
  arguments: ['docs/build-site.ts'],
};

/** Runs a build program; its output is shown only when it fails. */
function runBuild(root: string, product: Product, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [...product.arguments], {
    cwd: root,
    env: { ...process.env, ...product.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      reject(
        new StartRefused(
          `The ${product.name} could not be built: correct the source and start again.\n${whatWentWrong(output)}`,
        ),
      );
    });
  });
}

/** What a product is made of; another answer, and it is made anew. */
export function ingredients(
  root: string,
  { sources, switches = [] }: Pick<Product, 'sources' | 'switches'>,
  environment = process.env,
): string {
  // The template names the engine's layer by its absolute path, so a checkout that was moved is made anew.
  return [root, fingerprint(root, sources), ...switches.filter((name) => environment[name])].join(' ');
}

/** Returns whether there was anything to do. */
async function bringUpToDate(root: string, product: Product, signal: AbortSignal): Promise<boolean> {
  const stamp = path.join(root, 'node_modules/.hoc-vu-so', product.name);
  const wanted = ingredients(root, product);
  const isMade = fs.existsSync(path.join(root, product.proof));
  if (isMade && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return false;
  await runBuild(root, product, signal);
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, wanted);
  return true;
}

export type Built = {
  readonly assembly: string;
  /** Folders of the site by their prefix on it. */
  readonly folders: Readonly<Record<string, string>>;
  readonly changed: readonly string[];
};

/**
 * Bundles and synthesizes, builds the site and the API pages, where their sources changed; all at a time.
 * Throws `StartRefused` with the tail of what the build said.
 */
export async function buildWhatChanged(root: string, signal: AbortSignal): Promise<Built> {
  const products = [template, site, player, docs];
  const results = await Promise.all(
    products.map(async (product) => ((await bringUpToDate(root, product, signal)) ? [product.name] : [])),
  );
  return {
    assembly: path.join(root, ASSEMBLY),
    folders: {
      '': path.join(root, SITE),
      [PLAYER_FOLDER]: path.join(root, PLAYER),
      docs: path.join(root, DOCS),
    },
    changed: results.flat(),
  };
}
