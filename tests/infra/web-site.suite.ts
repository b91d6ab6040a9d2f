import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { KeyGroup } from 'aws-cdk-lib/aws-cloudfront';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { expect, it, vi } from 'vitest';
import { WebSite } from '../../infra/constructs/web-site.ts';
import { publishSite } from '../../infra/publish-site.ts';
import { stageNamed } from '../../infra/stages.ts';
import { EdgeFunction } from '../../local/cloudfront/function-runtime.ts';
import { shellFile } from '../../web/src/pages.ts';

const siteIn = (stack: Stack, stage: string) =>
  new WebSite(stack, 'Site', {
    stage: stageNamed(stage),
    site: new Bucket(stack, 'Pages'),
    media: new Bucket(stack, 'Media'),
    apiHost: 'api.example',
    uploadHost: 'upload.example',
    packageHost: 'packages.example',
    passKeys: KeyGroup.fromKeyGroupId(stack, 'PassKeys', 'keys'),
  });

/** What the function on the viewer's request asks for, by the template of a stage. */
function edgeOf(stage: string): (uri: string) => string {
  const stack = new Stack(new App(), 'Edge', { env: { region: 'ap-southeast-1' } });
  siteIn(stack, stage);
  const functions = Object.entries(Template.fromStack(stack).findResources('AWS::CloudFront::Function'));
  const [, found] = functions.find(([id]) => id.includes('FileForAddress')) ?? [];
  const code = (found as { Properties: { FunctionCode: string } }).Properties.FunctionCode;
  const onRequest = new EdgeFunction('request', code);
  return (uri) => (onRequest.run({ request: { uri } }) as { uri: string }).uri;
}

/** What `publishSite` puts into an empty bucket. */
async function published(isLocal: boolean): Promise<string[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-published-'));
  fs.mkdirSync(path.join(folder, 'pages'));
  for (const page of ['home', 'kieu', 'tv'] as const)
    fs.writeFileSync(path.join(folder, shellFile(page)), page);
  const keys: string[] = [];
  const client = new S3Client({ region: 'ap-southeast-1' });
  vi.spyOn(client, 'send').mockImplementation((command: unknown) => {
    if (command instanceof PutObjectCommand) keys.push(command.input.Key ?? '');
    return Promise.resolve({});
  });
  const config = { stage: '', region: '', userPoolId: '', clientId: '', packageOrigin: '' };
  await publishSite({ client, bucket: 'site' }, { '': folder }, { ...config, local: isLocal });
  fs.rmSync(folder, { recursive: true, force: true });
  return keys.sort();
}

/** The behaviours of a stage's distribution for recordings: path, and whether a pass is asked for. */
function recordingsOf(stage: string): [string, boolean][] {
  const stack = new Stack(new App(), 'Recordings', { env: { region: 'ap-southeast-1' } });
  siteIn(stack, stage);
  const [found] = Object.values(Template.fromStack(stack).findResources('AWS::CloudFront::Distribution'));
  type Behaviour = { readonly PathPattern: string; readonly TrustedKeyGroups?: readonly string[] };
  const { CacheBehaviors: behaviours } = (
    found as { Properties: { DistributionConfig: { CacheBehaviors: readonly Behaviour[] } } }
  ).Properties.DistributionConfig;
  return behaviours
    .filter(({ PathPattern }) => PathPattern.startsWith('/media'))
    .map(({ PathPattern, TrustedKeyGroups = [] }) => [PathPattern, TrustedKeyGroups.length > 0]);
}

/** Which addresses of the page table lead somewhere at a stage. */
export function webSiteSuite(): void {
  it('asks for a pass to every file of a recording but its poster', () => {
    expect(recordingsOf('prod')).toEqual([
      ['/media/*/poster.*', false],
      ['/media/*', true],
    ]);
  });

  it.each(['dev', 'prod'])(
    'answers the local cloud’s own pages in %s like any address that leads nowhere',
    (stage) => {
      const fileFor = edgeOf(stage);
      expect(fileFor('/kieu')).toBe('/pages/not-found.html');
      expect(fileFor('/tv')).toBe('/pages/tv.html');
    },
  );

  it('answers them in the local cloud', () => {
    expect(edgeOf('local')('/kieu')).toBe('/pages/kieu.html');
  });

  it('publishes their documents to the local cloud alone', async () => {
    expect(await published(true)).toEqual(['config.json', 'index.html', 'pages/kieu.html', 'pages/tv.html']);
    expect(await published(false)).toEqual(['config.json', 'index.html', 'pages/tv.html']);
  });
}
