import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Clock, systemClock } from '../core/clock.ts';
import { Database } from '../core/database.ts';
import { type FaultRates, Faults } from '../core/faults.ts';
import { handleJsonProtocol } from '../core/json-protocol.ts';
import { DynamoDb } from './dynamodb.ts';
import type { TableDeclaration } from './table-definition.ts';

type Options = {
  /** Tables to create, as in a template or CreateTable. */
  readonly definitions?: readonly TableDeclaration[];
  readonly faults?: FaultRates;
  readonly seed?: number;
  readonly clock?: Clock;
  /** A database file; in memory without one. */
  readonly path?: string;
};

/** What `new DynamoDBClient(...)` takes to talk to the server. */
type ClientConfig = {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

export type LocalDynamoDb = {
  readonly endpoint: string;
  readonly dynamodb: DynamoDb;
  readonly clientConfig: ClientConfig;
  readonly stop: () => Promise<void>;
};

function listen(dynamodb: DynamoDb): Promise<Server> {
  const server = createServer(async (request, response) => {
    const target = request.headers['x-amz-target'];
    const answer = await handleJsonProtocol(
      dynamodb,
      { target: Array.isArray(target) ? target[0] : target, contentType: request.headers['content-type'] },
      await buffer(request),
    );
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/**
 * DynamoDB alone on a free port of 127.0.0.1, for tests that use the real SDK. Signatures are not checked.
 *
 *     const local = await startDynamoDb({ definitions: [table] });
 *     const client = new DynamoDBClient(local.clientConfig);
 */
export async function startDynamoDb(options: Options = {}): Promise<LocalDynamoDb> {
  const db = new Database(options.path ?? ':memory:');
  const dynamodb = new DynamoDb({
    db,
    clock: options.clock ?? systemClock(),
    faults: new Faults(options.faults, options.seed),
    region: 'ap-southeast-1',
    account: '000000000000',
  });
  for (const definition of options.definitions ?? []) dynamodb.ensureTable(definition);
  const server = await listen(dynamodb);
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    dynamodb,
    clientConfig: {
      endpoint,
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'LOCAL', secretAccessKey: 'local' },
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      dynamodb.stop();
      db.close();
    },
  };
}
