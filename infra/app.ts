import { buildApp } from './build-app.ts';
import { bundleFunctions } from './bundle.ts';
import { newApp } from './new-app.ts';

/** What the CDK command line runs; the stage is `-c stage=dev` or STAGE=dev, else the local one. */
const app = newApp(process.env.CDK_OUTDIR ?? 'cdk.out');
await bundleFunctions();
buildApp(app, String(app.node.tryGetContext('stage') ?? process.env.STAGE ?? 'local'));
app.synth();
