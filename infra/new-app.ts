import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App } from 'aws-cdk-lib';

/**
 * The app as the CDK command line would make it: with the feature flags of cdk.json, and with construct paths in the
 * templates, by which the local cloud and its refusals name things.
 */
export function newApp(outdir: string): App {
  const file = path.resolve(import.meta.dirname, '../cdk.json');
  const { context } = JSON.parse(readFileSync(file, 'utf8')) as { context: Record<string, unknown> };
  return new App({
    outdir,
    analyticsReporting: false,
    context: { ...context, 'aws:cdk:enable-path-metadata': true },
  });
}
