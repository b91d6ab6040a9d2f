import { type Architecture, Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';
import { Construct } from 'constructs';
import { layerFolder, processorOf, versionOf } from './layer-folder.ts';
import { koffiOf, sandboxPackages } from './sandbox-packages.ts';

/** What the engine loads of node-av; the rest is for the web and for compilers. */
const LOADED = ['LICENSE.md', 'dist/lib', 'dist/constants', 'dist/utils'];
const binaryOf = (processor: string) => `@seydx/node-av-linux-${processor}`;

/**
 * The native transcoding engine for one kind of processor. Its asset is named by its version, and used where it
 * lies: CDK would hash and copy 170 MB in every synthesis.
 */
export class MediaEngineLayer extends Construct {
  readonly layer: LayerVersion;

  constructor(scope: Construct, id: string, { architecture }: { readonly architecture: Architecture }) {
    super(scope, id);
    const processor = processorOf(architecture, binaryOf, koffiOf);
    const versions = ['node-av', 'koffi'].map(versionOf).join('-');
    const name = `media-engine-${versions}-${processor}`;
    const folder = layerFolder(name, [
      { name: 'node-av', parts: LOADED },
      { name: binaryOf(processor), binaries: ['node-av.node'] },
      ...sandboxPackages(processor),
    ]);
    this.node.setContext(DISABLE_ASSET_STAGING_CONTEXT, true);
    this.layer = new LayerVersion(this, 'Layer', {
      description: name,
      code: Code.fromAsset(folder, { assetHash: name }),
      compatibleArchitectures: [architecture],
      compatibleRuntimes: [Runtime.NODEJS_24_X],
    });
  }
}
