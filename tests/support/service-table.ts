import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { connect } from '#shared/store/document-client.ts';
import type { FaultRates } from '../../local/core/faults.ts';
import { type LocalDynamoDb, startDynamoDb } from '../../local/dynamodb/serve.ts';
import type { TableDeclaration } from '../../local/dynamodb/table-definition.ts';

const TABLE = 'service';

/** The shape every service's table has in the template, see infra/constructs/service-table.ts. */
const definition = {
  TableName: TABLE,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'gsi1',
      KeySchema: [
        { AttributeName: 'gsi1pk', KeyType: 'HASH' },
        { AttributeName: 'gsi1sk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
} satisfies TableDeclaration;

export type ServiceTable = {
  readonly db: DynamoDBDocumentClient;
  readonly table: string;
  readonly local: LocalDynamoDb;
  readonly stop: () => Promise<void>;
};

/** A service's table on the real local engine, in memory, with a client as the service makes it. */
export async function startServiceTable(
  options: { faults?: FaultRates; seed?: number } = {},
): Promise<ServiceTable> {
  const local = await startDynamoDb({ definitions: [definition], ...options });
  const db = connect({ ...local.clientConfig, maxAttempts: 5 });
  return {
    db,
    table: TABLE,
    local,
    stop: async () => {
      db.destroy();
      await local.stop();
    },
  };
}

/**
 * Lets handlers that are imported from now on work on this table; they connect as they are loaded. `others` names what
 * else the environment of the function gives it. Test files of handlers run apart, so nothing has to be taken back.
 */
export function pointHandlersAt(
  { local, table }: ServiceTable,
  others: Readonly<Record<string, string>> = {},
): void {
  const { endpoint, credentials, region } = local.clientConfig;
  Object.assign(process.env, {
    TABLE_NAME: table,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...others,
  });
}
