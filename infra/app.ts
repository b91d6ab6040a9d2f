import { App } from 'aws-cdk-lib';
import { buildApp } from './build-app.ts';
import { bundleFunctions } from './bundle.ts';

/** `cdk synth -c stage=dev` runs this; `stage` defaults to local. */
const app = new App({ analyticsReporting: false });
await bundleFunctions();
buildApp(app, String(app.node.tryGetContext('stage') ?? 'local'));
app.synth();
