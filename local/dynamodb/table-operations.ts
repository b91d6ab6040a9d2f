import { AwsError } from '../core/aws-error.ts';
import type { Engine, Operation } from './engine.ts';
import { validation } from './errors.ts';
import { listTables, parseRequest, tableRequest } from './requests.ts';
import {
  type IndexDefinition,
  keyAttributes,
  keyElements,
  type TableDeclaration,
  type TableDefinition,
  tableDeclaration,
  tableDefinition,
} from './table-definition.ts';
import type { Table } from './tables.ts';

function describeIndex({ name, kind, key, projection }: IndexDefinition, tableArn: string) {
  return {
    IndexName: name,
    IndexArn: `${tableArn}/index/${name}`,
    KeySchema: keyElements(key),
    Projection: {
      ProjectionType: projection.type,
      ...(projection.type === 'INCLUDE' && { NonKeyAttributes: projection.attributes }),
    },
    ...(kind === 'global' && { IndexStatus: 'ACTIVE' }),
  };
}

function describeIndexes(definition: TableDefinition, tableArn: string) {
  const ofKind = (kind: IndexDefinition['kind']) =>
    definition.indexes.filter((index) => index.kind === kind).map((index) => describeIndex(index, tableArn));
  const [global, local] = [ofKind('global'), ofKind('local')];
  return {
    ...(global.length > 0 && { GlobalSecondaryIndexes: global }),
    ...(local.length > 0 && { LocalSecondaryIndexes: local }),
  };
}

/** Number of items of a table and their bytes. */
export const tableSize = ({ db }: Engine, { id }: Table) =>
  db.get<{ items: number; bytes: number }>(
    'SELECT COUNT(*) AS items, COALESCE(SUM(bytes), 0) AS bytes FROM ddb_items WHERE table_id=?',
    id,
  ) ?? { items: 0, bytes: 0 };

function describe(engine: Engine, table: Table, status: 'ACTIVE' | 'DELETING' = 'ACTIVE') {
  const { definition, created, streamLabel } = table;
  const arn = engine.streams.tableArn(table);
  const size = tableSize(engine, table);
  return {
    TableName: definition.name,
    TableArn: arn,
    TableStatus: status,
    CreationDateTime: created / 1000,
    AttributeDefinitions: [...keyAttributes(definition)].map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: keyElements(definition.key),
    ItemCount: size.items,
    TableSizeBytes: size.bytes,
    BillingModeSummary: { BillingMode: definition.billing },
    ...describeIndexes(definition, arn),
    ...(streamLabel && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: definition.streamView },
      LatestStreamArn: engine.streams.streamArn(table),
      LatestStreamLabel: streamLabel,
    }),
  };
}

export const createTableOperation: Operation = (engine, input) => {
  const declaration = parseRequest(tableDeclaration, 'CreateTable', input);
  if (declaration.TimeToLiveSpecification)
    throw validation('CreateTable has no TimeToLiveSpecification; use UpdateTimeToLive');
  if (engine.tables.find(declaration.TableName))
    throw new AwsError('ResourceInUseException', `Table already exists: ${declaration.TableName}`);
  return { TableDescription: describe(engine, engine.tables.create(tableDefinition(declaration))) };
};

export const deleteTableOperation: Operation = (engine, input) => {
  const { TableName } = parseRequest(tableRequest, 'DeleteTable', input);
  const TableDescription = describe(engine, engine.tables.get(TableName), 'DELETING');
  engine.tables.delete(TableName);
  return { TableDescription };
};

export const describeTableOperation: Operation = (engine, input) => {
  const { TableName } = parseRequest(tableRequest, 'DescribeTable', input);
  return { Table: describe(engine, engine.tables.get(TableName)) };
};

export const listTablesOperation: Operation = ({ tables }, input) => {
  const { ExclusiveStartTableName: start = '', Limit = 100 } = parseRequest(listTables, 'ListTables', input);
  const names = tables
    .all()
    .map(({ definition }) => definition.name)
    .filter((name) => name > start);
  const page = names.slice(0, Limit);
  return { TableNames: page, ...(page.length < names.length && { LastEvaluatedTableName: page.at(-1) }) };
};

/**
 * Creates the table of a template, or brings an existing one in step with a changed declaration: indexes, stream and
 * time to live. Throws when the key has changed, for which AWS would replace the table and lose its items.
 */
export function ensureTable({ tables }: Engine, declaration: TableDeclaration): void {
  const definition = tableDefinition(parseRequest(tableDeclaration, 'ensureTable', declaration));
  const known = tables.find(definition.name)?.definition;
  if (!known) {
    tables.create(definition);
  } else if (JSON.stringify(known.key) !== JSON.stringify(definition.key)) {
    throw new Error(`Table ${definition.name} exists with another key: start with an empty data folder.`);
  } else if (JSON.stringify(known) !== JSON.stringify(definition)) tables.redefine(definition);
}
