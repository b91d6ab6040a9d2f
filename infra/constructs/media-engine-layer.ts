import { cpSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Architecture, Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';
import { Construct } from 'constructs';

const root = path.resolve(import.meta.dirname, '../..');
const packages = path.join(root, 'node_modules');
const layers = path.join(root, '.build/layers');

/** What the engine loads of node-av; the rest is for the web and for compilers. */
const LOADED = ['package.json', 'LICENSE.md', 'dist/lib', 'dist/constants', 'dist/utils'];
const isForCompilers = (file: string) => file.endsWith('.d.ts') || file.endsWith('.map');

const versionOf = (name: string): string => {
  const manifest = JSON.parse(readFileSync(path.join(packages, name, 'package.json'), 'utf8'));
  return String(manifest.version);
};

/** The binary is 167 MB: a hard link costs nothing, and a copy is made only where links are not possible. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

function fillLayer(folder: string, binary: string): void {
  const modules = path.join(folder, 'nodejs/node_modules');
  for (const name of LOADED) {
    const from = path.join(packages, 'node-av', name);
    cpSync(from, path.join(modules, 'node-av', name), {
      recursive: true,
      filter: (file) => !isForCompilers(file),
    });
  }
  mkdirSync(path.join(modules, binary), { recursive: true });
  for (const name of ['package.json', 'node-av.node'])
    linkOrCopy(path.join(packages, binary, name), path.join(modules, binary, name));
}

/** Makes the layer's folder unless it is there; it appears whole or not at all. */
function layerFolder(name: string, binary: string): string {
  const folder = path.join(layers, name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  fillLayer(unfinished, binary);
  renameSync(unfinished, folder);
  return folder;
}

/**
 * The native transcoding engine for one kind of processor. Its asset is named by its version, and used where it
 * lies: CDK would hash and copy 170 MB in every synthesis.
 */
export class MediaEngineLayer extends Construct {
  readonly layer: LayerVersion;

  constructor(scope: Construct, id: string, { architecture }: { readonly architecture: Architecture }) {
    super(scope, id);
    const arch = architecture.name === Architecture.ARM_64.name ? 'arm64' : 'x64';
    const binary = `@seydx/node-av-linux-${arch}`;
    if (!existsSync(path.join(packages, binary)))
      throw new Error(
        `The media functions are for ${arch}, but ${binary} is not installed: synthesize on ${arch}.`,
      );
    const name = `media-engine-${versionOf('node-av')}-${arch}`;
    this.node.setContext(DISABLE_ASSET_STAGING_CONTEXT, true);
    this.layer = new LayerVersion(this, 'Layer', {
      description: name,
      code: Code.fromAsset(layerFolder(name, binary), { assetHash: name }),
      compatibleArchitectures: [architecture],
      compatibleRuntimes: [Runtime.NODEJS_24_X],
    });
  }
}
