import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { concurrencyOf, encodersWithin } from './encoders.ts';
import { planPassKey, usePassKey } from './pass-key.ts';
import { PLAYER_FOLDER, publishSite } from './publish-site.ts';
import { MOST_ENCODERS, stageNamed } from './stages.ts';

/**
 * `npm run deploy -- --stage dev`: templates, stacks, site. Needs AWS credentials and a region in the environment and an
 * account that was bootstrapped once. Ends with the address, and with what is still to do by a person.
 */
const root = path.resolve(import.meta.dirname, '..');
const outputsFile = path.join(root, '.build/outputs.json');

type Outputs = Readonly<Record<string, string>>;

function run(title: string, command: string, args: readonly string[]): void {
  console.log(`\n${title}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(
      `${title} did not succeed; nothing after it was done. Mend what it says above and run the same command again.`,
    );
    process.exit(status ?? 1);
  }
}

const region = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
const { values } = parseArgs({
  options: { stage: { type: 'string' }, 'new-pass-key': { type: 'boolean', default: false } },
});
if (!values.stage || values.stage === 'local' || !region) {
  console.error(
    'Usage: AWS_REGION=ap-southeast-1 npm run deploy -- --stage dev (or prod), with AWS credentials in the environment. --new-pass-key signs passes to recordings with another key from now on.',
  );
  process.exit(2);
}
const stage = stageNamed(values.stage);

const secrets = new SecretsManagerClient({ region });
const passKey = await planPassKey(secrets, stage.name, values['new-pass-key']);
process.env.PASS_PUBLIC_KEYS = JSON.stringify(passKey.publicKeys);

if (!process.env.ENCODERS) {
  const concurrency = await concurrencyOf(new LambdaClient({ region }));
  const encoders = encodersWithin(concurrency);
  process.env.ENCODERS = String(encoders);
  if (encoders < MOST_ENCODERS)
    console.log(
      `\nThis account may run ${concurrency} functions at one time, so recordings have ${encoders} encoders instead of ${MOST_ENCODERS} and take longer. Service Quotas, AWS Lambda, "Concurrent executions" asks for more; deploy again afterwards.`,
    );
}

mkdirSync(path.dirname(outputsFile), { recursive: true });
run('Deploying the stacks', 'cdk', [
  'deploy',
  '--all',
  '--require-approval',
  'never',
  '--context',
  `stage=${stage.name}`,
  '--outputs-file',
  outputsFile,
]);
const stacks = JSON.parse(readFileSync(outputsFile, 'utf8')) as Readonly<Record<string, Outputs>>;
const outputs = stacks[`HocVuSo-${stage.name}-Foundation`] ?? {};
if (passKey.privateKey) await usePassKey(secrets, stage.name, passKey.privateKey, outputs);
run('Building the site', 'vite', ['build', 'web', '--logLevel', 'warn']);
run('Building the page that plays packages', 'vite', ['build', 'web/package-player', '--logLevel', 'warn']);
run('Building the API pages', 'node', ['docs/build-site.ts']);

const client = new S3Client({ region });
const changed = await publishSite(
  { client, bucket: outputs.SiteBucket ?? '' },
  {
    '': path.join(root, 'web/dist'),
    [PLAYER_FOLDER]: path.join(root, '.build/package-player'),
    docs: path.join(root, '.build/docs'),
  },
  {
    stage: stage.name,
    region,
    userPoolId: outputs.UserPoolId ?? '',
    clientId: outputs.UserPoolClientId ?? '',
    packageOrigin: outputs.PackageAddress ?? '',
    local: false,
    ...(stage.contact && { contact: stage.contact }),
  },
);
console.log(`\n${changed} files of the site published.`);
const administrator = stacks[`HocVuSo-${stage.name}-People`]?.FirstAdministratorFunction;
console.log(`First administrator, once: npm run administrator -- --function ${administrator}`);
console.log(`Hoc Vu So: ${outputs.Address}`);
