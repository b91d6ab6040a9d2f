import { cpSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Architecture } from 'aws-cdk-lib/aws-lambda';

const root = path.resolve(import.meta.dirname, '../..');
const installed = path.join(root, 'node_modules');
const layers = path.join(root, '.build/layers');

const isForCompilers = (file: string) => /\.(d\.[cm]?ts|map)$/.test(file);

export const versionOf = (name: string): string => {
  const manifest = JSON.parse(readFileSync(path.join(installed, name, 'package.json'), 'utf8'));
  return String(manifest.version);
};

/** A binary of tens of megabytes: a hard link costs nothing, and a copy is made only where links are not possible. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

/** What a layer takes of an installed package: `parts` are copied without what compilers want, `binaries` linked. */
export type LayerPackage = {
  readonly name: string;
  readonly parts?: readonly string[];
  readonly binaries?: readonly string[];
};

function take(modules: string, { name, parts = [], binaries = [] }: LayerPackage): void {
  const from = path.join(installed, name);
  const to = path.join(modules, name);
  mkdirSync(to, { recursive: true });
  for (const part of ['package.json', ...parts]) {
    cpSync(path.join(from, part), path.join(to, part), {
      recursive: true,
      filter: (file) => !isForCompilers(file),
    });
  }
  for (const binary of binaries) {
    mkdirSync(path.dirname(path.join(to, binary)), { recursive: true });
    linkOrCopy(path.join(from, binary), path.join(to, binary));
  }
}

/** Makes the folder of a layer unless it is there; it appears whole or not at all. */
export function layerFolder(name: string, packages: readonly LayerPackage[]): string {
  const folder = path.join(layers, name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  for (const each of packages) take(path.join(unfinished, 'nodejs/node_modules'), each);
  renameSync(unfinished, folder);
  return folder;
}

/** How npm names a kind of processor. Throws where its binaries are not installed. */
export function processorOf(
  { name }: Architecture,
  ...binariesOf: readonly ((processor: string) => string)[]
): string {
  const processor = name === 'arm64' ? 'arm64' : 'x64';
  const binaries = binariesOf.map((binaryOf) => binaryOf(processor));
  const binary = binaries.find((each) => !existsSync(path.join(installed, each)));
  if (!binary) return processor;
  throw new Error(
    `The media functions are for ${processor}, but ${binary} is not installed: synthesize on ${processor}, or lay it beside (docs/media-engine.md).`,
  );
}
