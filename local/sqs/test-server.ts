import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SQSClient } from '@aws-sdk/client-sqs';
import { AwsError } from '../core/aws-error.ts';
import { systemClock } from '../core/clock.ts';
import { Database } from '../core/database.ts';
import { type FaultRates, Faults } from '../core/faults.ts';
import { verify } from '../core/sigv4.ts';
import { Sqs } from './sqs.ts';

const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
const region = 'ap-southeast-1';

async function answerVerified(sqs: Sqs, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  const answer = (status: number, value: unknown) => {
    response
      .writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
      .end(JSON.stringify(value ?? {}));
  };
  const { method, url, headers } = request;
  const verified = verify(
    { method, url, headers, body },
    (id) => (id === credentials.accessKeyId ? credentials.secretAccessKey : undefined),
    { service: 'sqs', region, now: Date.now() },
  );
  if (!verified.ok) return answer(verified.status, { __type: verified.code, message: verified.message });
  try {
    const operation = String(headers['x-amz-target']).replace('AmazonSQS.', '');
    answer(200, await sqs.call(operation, JSON.parse(body.toString())));
  } catch (error) {
    const { code, message, status } =
      error instanceof AwsError ? error : new AwsError('InternalError', String(error), {}, 500);
    answer(status, { __type: `com.amazonaws.sqs#${code}`, message });
  }
}

/** SQS alone on a loopback port, its requests verified, with an SDK client for it: for the tests of this folder. */
export async function serveSqs(faults: FaultRates = {}, db = new Database(':memory:')) {
  let address = '';
  const sqs = new Sqs({
    db,
    clock: systemClock(),
    faults: new Faults(faults),
    region,
    account: '000000000000',
    address: () => address,
  });
  const server = createServer((request, response) => void answerVerified(sqs, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connect = (secretAccessKey = credentials.secretAccessKey) =>
    new SQSClient({
      endpoint: address,
      region,
      credentials: { ...credentials, secretAccessKey },
      maxAttempts: 1,
    });
  const client = connect();
  const close = async () => {
    sqs.stop();
    client.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { sqs, client, connect, address, close };
}
