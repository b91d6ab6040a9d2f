import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { changedShopAssembly, type Shop, startShop } from '../fixture/shop.suite.ts';

const started: Shop[] = [];
afterEach(() => Promise.all(started.splice(0).map((shop) => shop.stop())));

/** Starts the shop without those resources of a type whose logical id begins so. */
async function startWithout(type: string, logicalId: string): Promise<Shop> {
  const assembly = changedShopAssembly(({ Resources }) => {
    const gone = Object.entries(Resources).filter(
      ([id, { Type }]) => Type === type && id.startsWith(logicalId),
    );
    expect(gone.length).toBeGreaterThan(0);
    for (const [id] of gone) delete Resources[id];
  });
  const shop = await startShop({ assembly });
  started.push(shop);
  return shop;
}

describe('a permission that the template forgot', () => {
  it('stops the start when an event source could not read its queue', async () => {
    await expect(startWithout('AWS::IAM::Policy', 'DrainServiceRole')).rejects.toThrow(
      /^Shop\/DrainSqsEventSource.* may not perform sqs:ReceiveMessage on .*, so Lambda would not accept this event source\.$/,
    );
  });

  it('leaves nothing running of a start that was stopped', async () => {
    const [begun, ended] = [vi.spyOn(globalThis, 'setInterval'), vi.spyOn(globalThis, 'clearInterval')];
    await expect(startWithout('AWS::IAM::Policy', 'DrainServiceRole')).rejects.toThrow();
    const timers = begun.mock.results.map(({ value }) => value as unknown);
    expect(timers.length).toBeGreaterThan(0);
    expect(ended.mock.calls.map(([timer]) => timer)).toEqual(expect.arrayContaining(timers));
  });

  it('makes the gateway answer 500 when the function does not permit it', async () => {
    const shop = await startWithout('AWS::Lambda::Permission', 'HttpGETv1ping');
    expect((await fetch(`${shop.address}/v1/ping`)).status).toBe(500);
    expect(shop.logs.join('\n')).toMatch(/no permission lets .*GET\/v1\/ping invoke/);
    expect((await fetch(`${shop.address}/v1/nothing`)).status).toBe(404);
  });

  it('keeps a schedule from its function', async () => {
    const shop = await startWithout('AWS::IAM::Policy', 'SchedulerRoleForTarget');
    const nightly = shop.services.scheduler.describe().find(({ name }) => name.includes('Nightly'));
    shop.services.scheduler.runNow(nightly?.name ?? '');
    await shop.settle(10_000);
    expect(shop.services.lambda.describe().every(({ invocations }) => invocations === 0)).toBe(true);
  });

  it('hides the site from the distribution', async () => {
    const page = { Key: 'index.html', Body: 'hello', ContentType: 'text/html' };
    const publish = async (shop: Shop) => {
      await new S3Client(shop.operator).send(
        new PutObjectCommand({ ...page, Bucket: shop.outputs.SiteBucket }),
      );
      return (await fetch(`${shop.address}/`)).status;
    };
    const whole = await startShop();
    started.push(whole);
    expect(await publish(whole)).toBe(200);
    expect(await publish(await startWithout('AWS::S3::BucketPolicy', 'SitePolicy'))).toBe(403);
  });

  it('matters to nobody when permissions are switched off for a test', async () => {
    const assembly = changedShopAssembly(({ Resources }) => {
      for (const [id, { Type }] of Object.entries(Resources))
        if (Type === 'AWS::Lambda::Permission' || Type === 'AWS::IAM::Policy') delete Resources[id];
    });
    const shop = await startShop({ assembly, iam: false });
    started.push(shop);
    expect((await fetch(`${shop.address}/v1/ping`)).status).toBe(200);
  });
});
