import { type Architecture, Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';
import { Construct } from 'constructs';
import { type LayerPackage, layerFolder, processorOf, versionOf } from './layer-folder.ts';
import { koffiOf, sandboxPackages } from './sandbox-packages.ts';

const sharpOf = (processor: string) => `@img/sharp-linux-${processor}`;

/** pdf.js with its fonts and tables, the canvas it draws on, and sharp with libvips: 65 MB together. */
const packagesFor = (processor: string): LayerPackage[] => [
  {
    name: 'pdfjs-dist',
    parts: ['LICENSE', 'cmaps', 'standard_fonts', 'wasm', 'iccs'],
    binaries: ['legacy/build/pdf.mjs', 'legacy/build/pdf.worker.mjs'],
  },
  {
    name: '@napi-rs/canvas',
    parts: ['LICENSE', 'geometry.js', 'index.js', 'js-binding.js', 'load-image.js', 'node-canvas.js'],
  },
  { name: `@napi-rs/canvas-linux-${processor}-gnu`, binaries: [`skia.linux-${processor}-gnu.node`] },
  { name: 'sharp', parts: ['LICENSE', 'dist'] },
  { name: '@img/colour', parts: ['LICENSE.md', 'color.cjs', 'index.cjs'] },
  { name: 'detect-libc', parts: ['LICENSE', 'lib'] },
  {
    name: 'semver',
    parts: ['LICENSE', 'index.js', 'range.bnf', 'preload.js', 'classes', 'functions', 'internal', 'ranges'],
  },
  { name: sharpOf(processor), parts: ['LICENSE', 'index.cjs', 'lib'] },
  { name: `@img/sharp-libvips-linux-${processor}`, parts: ['lib', 'versions.json'] },
  ...sandboxPackages(processor),
];

/** What draws pages and pictures, for one kind of processor; apart from the encoder, because both would be too much. */
export class PageEngineLayer extends Construct {
  readonly layer: LayerVersion;

  constructor(scope: Construct, id: string, { architecture }: { readonly architecture: Architecture }) {
    super(scope, id);
    const processor = processorOf(architecture, sharpOf, koffiOf);
    const versions = ['pdfjs-dist', '@napi-rs/canvas', 'sharp', 'koffi'].map(versionOf).join('-');
    const name = `page-engine-${versions}-${processor}`;
    this.node.setContext(DISABLE_ASSET_STAGING_CONTEXT, true);
    this.layer = new LayerVersion(this, 'Layer', {
      description: name,
      code: Code.fromAsset(layerFolder(name, packagesFor(processor)), { assetHash: name }),
      compatibleArchitectures: [architecture],
      compatibleRuntimes: [Runtime.NODEJS_24_X],
    });
  }
}
