import { Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { type LayerPackage, layerFolder, processorOf, versionOf } from './layer-folder.ts';
import { koffiOf, sandboxPackages } from './sandbox-packages.ts';

const binaryOf = (processor: string) => `@seydx/node-av-linux-${processor}`;

const enginePackages = (processor: string): LayerPackage[] => [
  // What wraps the binary is in the child's bundle; this is for whoever looks at what a layer holds.
  { name: 'node-av', parts: ['LICENSE.md'] },
  { name: binaryOf(processor), binaries: ['node-av.node'] },
];

/**
 * The native transcoding engine for one kind of processor, unless a program works in its place, and what cuts either off.
 * Its asset is named by its version, and used where it lies: CDK would hash and copy 170 MB in every synthesis.
 */
export class MediaEngineLayer extends Construct {
  readonly layer: LayerVersion;

  constructor(scope: Construct, id: string, { mediaArchitecture: architecture, hasProgram }: Stage) {
    super(scope, id);
    const processor = processorOf(architecture, koffiOf, ...(hasProgram ? [] : [binaryOf]));
    const versions = (hasProgram ? ['koffi'] : ['node-av', 'koffi']).map(versionOf).join('-');
    const name = `${hasProgram ? 'media-program' : 'media-engine'}-${versions}-${processor}`;
    const folder = layerFolder(name, [
      ...(hasProgram ? [] : enginePackages(processor)),
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
