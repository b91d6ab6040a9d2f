import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, describe, expect, it } from 'vitest';
import { startCloud } from '../cloud.ts';
import { type Shop, shopAssembly, startShop } from '../fixture/shop.suite.ts';
import { backUp } from './backup-data.ts';
import { openDataFolder } from './data-folder.ts';

const started: Shop[] = [];
async function start(options: Parameters<typeof startShop>[0] = {}): Promise<Shop> {
  const shop = await startShop(options);
  started.push(shop);
  return shop;
}
afterEach(() => Promise.all(started.splice(0).map((shop) => shop.stop())));

const newFolder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'shop-data-'));
const stop = async (shop: Shop) => {
  started.splice(started.indexOf(shop), 1);
  await shop.stop();
};

const Item = { pk: { S: 'KEPT' }, sk: { S: 'A' }, quantity: { N: '7' } };
const Key = { pk: Item.pk, sk: Item.sk };
const put = (shop: Shop) =>
  new DynamoDBClient(shop.operator).send(
    new PutItemCommand({ TableName: shop.resource('Orders').name, Item }),
  );
const get = async (shop: Shop) =>
  (
    await new DynamoDBClient(shop.operator).send(
      new GetItemCommand({ TableName: shop.resource('Orders').name, Key }),
    )
  ).Item;
const object = (shop: Shop) => ({ Bucket: shop.resource('Files').name, Key: 'kept.txt' });

describe('a second start on the same data folder', () => {
  it('finds items, objects, keys and the sign-in key again', async () => {
    const first = await start();
    await put(first);
    await new S3Client(first.operator).send(new PutObjectCommand({ ...object(first), Body: 'still here' }));
    const keys = first.services.cognito.jwks();
    await stop(first);

    const second = await start({ data: first.data });
    expect(await get(second)).toEqual(Item);
    const url = await getSignedUrl(new S3Client(second.operator), new GetObjectCommand(object(second)));
    expect(await (await fetch(url)).text()).toBe('still here');
    expect(second.services.cognito.jwks()).toEqual(keys);
    expect(second.operator.credentials).toEqual(first.operator.credentials);
  });

  it('goes on with work that a stop cut short', async () => {
    const first = await start();
    first.services.lambda.enqueue(first.resource('Count').name, JSON.stringify({ job: 'left over' }));
    await stop(first);
    const second = await start({ data: first.data });
    await second.settle(10_000);
    const { Item: seen } = await new DynamoDBClient(second.operator).send(
      new GetItemCommand({
        TableName: second.resource('Orders').name,
        Key: { pk: { S: 'SEEN#left over' }, sk: { S: 'A' } },
      }),
    );
    expect(Number(seen?.seen?.N)).toBeGreaterThan(0);
  });

  it('has secrets that no other data folder shares', async () => {
    const [one, other] = [await start(), await start()];
    expect(one.operator.credentials.secretAccessKey).not.toBe(other.operator.credentials.secretAccessKey);
    const credentials = one.asFunction('Api').credentials;
    expect(credentials.secretAccessKey).not.toBe(one.operator.credentials.secretAccessKey);
  });

  it('is refused while the first one runs, naming it', async () => {
    const first = await start();
    await expect(start({ data: first.data })).rejects.toThrow(
      `in use by Hoc Vu So at ${first.address} (process`,
    );
  });
});

describe('what does not let it start', () => {
  it('a damaged database', async () => {
    const data = newFolder();
    fs.writeFileSync(path.join(data, 'local.db'), Buffer.alloc(8192, 'not a database '));
    await expect(start({ data })).rejects.toThrow(/is damaged .*npm run reset/);
  });

  it('torn pages in the middle of a database', async () => {
    const shop = await start();
    await Promise.all(Array.from({ length: 5 }, () => put(shop)));
    await stop(shop);
    const file = path.join(shop.data, 'local.db');
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(file, bytes.fill(0xff, 4096, bytes.length - 4096));
    await expect(start({ data: shop.data })).rejects.toThrow(/is damaged/);
  });

  it('a data folder of a newer version', () => {
    const data = newFolder();
    const db = new DatabaseSync(path.join(data, 'local.db'));
    db.exec('PRAGMA user_version = 999');
    db.close();
    expect(() => openDataFolder(data)).toThrow(/written by a newer Hoc Vu So \(layout 999/);
    const again = new DatabaseSync(path.join(data, 'local.db'));
    expect(again.prepare('PRAGMA user_version').get()).toEqual({ user_version: 999 });
    again.close();
  });

  it('a taken port, with who holds it and which option helps', async () => {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const data = newFolder();
    await expect(startCloud({ assembly: shopAssembly(), data, port })).rejects.toThrow(
      new RegExp(`Port ${port} is already taken by .*\\(process ${process.pid}\\).*--port ${port + 10}`),
    );
    server.close();
    openDataFolder(data).close(); // The refused start let go of the folder.
  });
});

describe('a backup', () => {
  it('is taken while the cloud runs, and starts elsewhere with the same data', async () => {
    const shop = await start();
    await put(shop);
    await new S3Client(shop.operator).send(new PutObjectCommand({ ...object(shop), Body: 'copied' }));
    const target = path.join(newFolder(), 'backup');
    expect(backUp(shop.data, target).files).toBe(4);
    const restored = await start({ data: target });
    expect(await get(restored)).toEqual(Item);
    const url = await getSignedUrl(new S3Client(restored.operator), new GetObjectCommand(object(restored)));
    expect(await (await fetch(url)).text()).toBe('copied');
  });

  it('leaves nothing half done under its name', () => {
    const target = path.join(newFolder(), 'backup');
    expect(() => backUp(newFolder(), target)).toThrow(/nothing to back up/);
    const full = newFolder();
    fs.writeFileSync(path.join(full, 'thesis.txt'), 'precious');
    const data = newFolder();
    openDataFolder(data).close();
    expect(() => backUp(data, full)).toThrow(/is not empty/);
    expect(fs.readdirSync(full)).toEqual(['thesis.txt']);
  });
});
