import * as z from 'zod';
import { validation } from './errors.ts';

/** Attributes are checked by attribute-validation.ts, which knows DynamoDB's own messages. */
const attributes = z.record(z.string(), z.unknown());
const tableName = z.string().min(1);
const returnConsumedCapacity = z.enum(['NONE', 'TOTAL', 'INDEXES']).optional();
/** Item collection sizes are not kept: only the default is taken. */
const returnItemCollectionMetrics = z.literal('NONE').optional();
const onConditionCheckFailure = z.enum(['NONE', 'ALL_OLD']).optional();
const names = { ExpressionAttributeNames: z.record(z.string(), z.string()).optional() };
const placeholders = { ...names, ExpressionAttributeValues: attributes.optional() };

const condition = {
  ...placeholders,
  TableName: tableName,
  ConditionExpression: z.string().optional(),
  ReturnValuesOnConditionCheckFailure: onConditionCheckFailure,
};
const put = { ...condition, Item: attributes };
const update = { ...condition, Key: attributes, UpdateExpression: z.string().optional() };
const deletion = { ...condition, Key: attributes };
const oldValues = z.enum(['NONE', 'ALL_OLD']).optional();
const single = {
  ReturnConsumedCapacity: returnConsumedCapacity,
  ReturnItemCollectionMetrics: returnItemCollectionMetrics,
};

export const putItem = z.strictObject({ ...put, ...single, ReturnValues: oldValues });
export const deleteItem = z.strictObject({ ...deletion, ...single, ReturnValues: oldValues });
export const updateItem = z.strictObject({
  ...update,
  ...single,
  ReturnValues: z.enum(['NONE', 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW']).optional(),
});

const get = { ...names, TableName: tableName, Key: attributes, ProjectionExpression: z.string().optional() };
export const getItem = z.strictObject({
  ...get,
  ConsistentRead: z.boolean().optional(),
  ReturnConsumedCapacity: returnConsumedCapacity,
});

export const batchGetItem = z.strictObject({
  RequestItems: z.record(
    z.string(),
    z.strictObject({
      ...names,
      Keys: z.array(attributes).min(1),
      ConsistentRead: z.boolean().optional(),
      ProjectionExpression: z.string().optional(),
    }),
  ),
  ReturnConsumedCapacity: returnConsumedCapacity,
});

export const batchWriteItem = z.strictObject({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.strictObject({
        PutRequest: z.strictObject({ Item: attributes }).optional(),
        DeleteRequest: z.strictObject({ Key: attributes }).optional(),
      }),
    ),
  ),
  ...single,
});

export const transactWriteItems = z.strictObject({
  TransactItems: z.array(
    z.strictObject({
      Put: z.strictObject(put).optional(),
      Update: z.strictObject({ ...update, UpdateExpression: z.string() }).optional(),
      Delete: z.strictObject(deletion).optional(),
      ConditionCheck: z.strictObject({ ...deletion, ConditionExpression: z.string() }).optional(),
    }),
  ),
  ClientRequestToken: z.string().min(1).max(36).optional(),
  ...single,
});

export const transactGetItems = z.strictObject({
  TransactItems: z.array(z.strictObject({ Get: z.strictObject(get) })),
  ReturnConsumedCapacity: returnConsumedCapacity,
});

const page = {
  ...placeholders,
  TableName: tableName,
  IndexName: z.string().optional(),
  ConsistentRead: z.boolean().optional(),
  ExclusiveStartKey: attributes.optional(),
  FilterExpression: z.string().optional(),
  Limit: z.int().min(1).optional(),
  ProjectionExpression: z.string().optional(),
  ReturnConsumedCapacity: returnConsumedCapacity,
  Select: z.enum(['ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT']).optional(),
};
export const query = z.strictObject({
  ...page,
  KeyConditionExpression: z.string().optional(),
  ScanIndexForward: z.boolean().optional(),
});
export const scan = z.strictObject({
  ...page,
  Segment: z.int().min(0).optional(),
  TotalSegments: z.int().min(1).max(1_000_000).optional(),
});

export const tableRequest = z.strictObject({ TableName: tableName });
export const listTables = z.strictObject({
  ExclusiveStartTableName: z.string().optional(),
  Limit: z.int().min(1).max(100).optional(),
});
export const updateTimeToLive = z.strictObject({
  TableName: tableName,
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string().min(1), Enabled: z.boolean() }),
});

const LEGACY = new Set([
  'AttributesToGet',
  'AttributeUpdates',
  'ConditionalOperator',
  'Expected',
  'KeyConditions',
  'QueryFilter',
  'ScanFilter',
]);

function sentence(operation: string, issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys')
    return `1 validation error detected: Value at '${issue.path.join('.')}' of ${operation} failed to satisfy constraint: ${issue.message}`;
  const [parameter = ''] = issue.keys;
  return LEGACY.has(parameter)
    ? `${operation}: the legacy parameter ${parameter} is refused; use an expression instead`
    : `${operation}: the parameter ${parameter} is not supported by the local DynamoDB`;
}

/** Checks the members of a request; a ValidationException names the first problem, or the parameter that is refused. */
export function parseRequest<T extends z.ZodType>(schema: T, operation: string, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw validation(issue ? sentence(operation, issue) : `${operation}: malformed request`);
}
