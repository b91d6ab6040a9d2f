import * as z from 'zod';
import type { KeyType } from './attribute-value.ts';
import { invalidParameter } from './errors.ts';

export type KeyAttribute = { readonly name: string; readonly type: KeyType };
export type KeySchema = { readonly hash: KeyAttribute; readonly range?: KeyAttribute };

type Projection =
  | { readonly type: 'ALL' | 'KEYS_ONLY' }
  | { readonly type: 'INCLUDE'; readonly attributes: readonly string[] };

export type IndexDefinition = {
  readonly name: string;
  readonly kind: 'global' | 'local';
  readonly key: KeySchema;
  readonly projection: Projection;
};

const STREAM_VIEWS = ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'] as const;
type StreamView = (typeof STREAM_VIEWS)[number];

export type TableDefinition = {
  readonly name: string;
  readonly key: KeySchema;
  readonly indexes: readonly IndexDefinition[];
  readonly billing: 'PAY_PER_REQUEST' | 'PROVISIONED';
  readonly streamView?: StreamView | undefined;
  /** The attribute that holds the time of expiry, in seconds since 1970. */
  readonly timeToLive?: string | undefined;
};

const keySchema = z
  .array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
  .min(1)
  .max(2);
const throughput = z
  .strictObject({ ReadCapacityUnits: z.number(), WriteCapacityUnits: z.number() })
  .optional();
const index = z.strictObject({
  IndexName: z.string().min(3),
  KeySchema: keySchema,
  Projection: z.strictObject({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).min(1).optional(),
  }),
  ProvisionedThroughput: throughput,
});

/** The input of CreateTable, and the properties of a table in a template (which adds TimeToLiveSpecification). */
export const tableDeclaration = z.strictObject({
  TableName: z.string().min(3),
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: keySchema,
  BillingMode: z.enum(['PAY_PER_REQUEST', 'PROVISIONED']).optional(),
  ProvisionedThroughput: throughput,
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  StreamSpecification: z
    .strictObject({ StreamEnabled: z.boolean().optional(), StreamViewType: z.enum(STREAM_VIEWS).optional() })
    .optional(),
  TimeToLiveSpecification: z
    .strictObject({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
});

export type TableDeclaration = z.input<typeof tableDeclaration>;
type KeyElements = TableDeclaration['KeySchema'];
type IndexDeclaration = NonNullable<TableDeclaration['GlobalSecondaryIndexes']>[number];

/** Attribute name to key type. */
type Types = ReadonlyMap<string, KeyType>;

function keyOf(elements: KeyElements, types: Types): KeySchema {
  const attribute = (role: 'HASH' | 'RANGE'): KeyAttribute | undefined => {
    const name = elements.find((element) => element.KeyType === role)?.AttributeName;
    if (name === undefined) return undefined;
    const type = types.get(name);
    if (!type)
      throw invalidParameter(
        `Some index key attributes are not defined in AttributeDefinitions. Keys: [${name}], AttributeDefinitions: [${[...types.keys()].join(', ')}]`,
      );
    return { name, type };
  };
  const [hash, range] = [attribute('HASH'), attribute('RANGE')];
  if (!hash || elements.length !== (range ? 2 : 1))
    throw invalidParameter('A key schema has one HASH element and at most one RANGE element');
  return range ? { hash, range } : { hash };
}

function projectionOf({ ProjectionType, NonKeyAttributes }: IndexDeclaration['Projection']): Projection {
  if (ProjectionType !== 'INCLUDE') return { type: ProjectionType };
  if (!NonKeyAttributes)
    throw invalidParameter('ProjectionType is INCLUDE, but NonKeyAttributes is not specified');
  return { type: 'INCLUDE', attributes: NonKeyAttributes };
}

const indexOf = (kind: IndexDefinition['kind'], types: Types) => (declaration: IndexDeclaration) => ({
  name: declaration.IndexName,
  kind,
  key: keyOf(declaration.KeySchema, types),
  projection: projectionOf(declaration.Projection),
});

/** Every attribute that is part of the table's key or of an index's key. */
export function keyAttributes({
  key,
  indexes,
}: Pick<TableDefinition, 'key' | 'indexes'>): Map<string, KeyType> {
  const keys = [key, ...indexes.map((definition) => definition.key)];
  const attributes = keys.flatMap(({ hash, range }) => (range ? [hash, range] : [hash]));
  return new Map(attributes.map(({ name, type }) => [name, type]));
}

/** A key as the API writes it. */
export const keyElements = ({ hash, range }: KeySchema) => [
  { AttributeName: hash.name, KeyType: 'HASH' },
  ...(range ? [{ AttributeName: range.name, KeyType: 'RANGE' }] : []),
];

/** Checks a declaration as CreateTable does (ValidationException) and turns it into the engine's own form. */
export function tableDefinition(declaration: TableDeclaration): TableDefinition {
  const types: Types = new Map(
    declaration.AttributeDefinitions.map(({ AttributeName, AttributeType }) => [
      AttributeName,
      AttributeType,
    ]),
  );
  const indexes = [
    ...(declaration.GlobalSecondaryIndexes ?? []).map(indexOf('global', types)),
    ...(declaration.LocalSecondaryIndexes ?? []).map(indexOf('local', types)),
  ];
  const key = keyOf(declaration.KeySchema, types);
  const unused = [...types.keys()].filter((name) => !keyAttributes({ key, indexes }).has(name));
  if (unused.length > 0)
    throw invalidParameter(
      `Some AttributeDefinitions are not used. AttributeDefinitions: [${unused.join(', ')}]`,
    );
  if (new Set(indexes.map(({ name }) => name)).size !== indexes.length)
    throw invalidParameter('Duplicate index name');
  if (indexes.some((each) => each.kind === 'local' && each.key.hash.name !== key.hash.name))
    throw invalidParameter('Table KeySchema and index KeySchema have different hash keys');
  const { StreamSpecification: stream, TimeToLiveSpecification: ttl } = declaration;
  return {
    name: declaration.TableName,
    key,
    indexes,
    billing: declaration.BillingMode ?? 'PROVISIONED',
    streamView: stream && stream.StreamEnabled !== false ? stream.StreamViewType : undefined,
    timeToLive: ttl?.Enabled ? ttl.AttributeName : undefined,
  };
}

/** The attributes that an index holds; undefined when it holds all of them. */
export function projectedAttributes(table: TableDefinition, index: IndexDefinition): Set<string> | undefined {
  if (index.projection.type === 'ALL') return undefined;
  const keys = keyAttributes({ key: table.key, indexes: [index] }).keys();
  return new Set([...keys, ...(index.projection.type === 'INCLUDE' ? index.projection.attributes : [])]);
}
