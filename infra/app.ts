import { App } from 'aws-cdk-lib';
import { buildApp } from './build-app.ts';
import { bundleFunctions } from './bundle.ts';

/** What `cdk` runs, and `npm run synth`; the stage defaults to the local one: `-c stage=dev` or STAGE=dev. */
const app = new App({ analyticsReporting: false, outdir: process.env.CDK_OUTDIR ?? 'cdk.out' });
await bundleFunctions();
buildApp(app, String(app.node.tryGetContext('stage') ?? process.env.STAGE ?? 'local'));
app.synth();
