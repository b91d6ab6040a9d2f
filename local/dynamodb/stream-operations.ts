import * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';
import type { Engine, Operation } from './engine.ts';
import { parseRequest } from './requests.ts';
import { type StreamRecord, TRIM_HORIZON } from './streams.ts';
import { keyElements } from './table-definition.ts';
import type { Table } from './tables.ts';

const listStreams = z.strictObject({ TableName: z.string().optional() });
const describeStream = z.strictObject({ StreamArn: z.string() });
const getShardIterator = z.strictObject({
  StreamArn: z.string(),
  ShardId: z.string().regex(/^shardId-\d{20}$/),
  ShardIteratorType: z.enum(['TRIM_HORIZON', 'LATEST', 'AT_SEQUENCE_NUMBER', 'AFTER_SEQUENCE_NUMBER']),
  SequenceNumber: z
    .string()
    .regex(/^\d{21}$/)
    .optional(),
});
const getRecords = z.strictObject({
  ShardIterator: z.string(),
  Limit: z.int().min(1).max(1000).optional(),
});

const shardId = (shard: number): string => `shardId-${String(shard).padStart(20, '0')}`;

function tableOfStream({ tables, streams }: Engine, arn: string): Table {
  const table = tables.all().find((each) => each.streamLabel && streams.streamArn(each) === arn);
  if (!table)
    throw new AwsError('ResourceNotFoundException', `Requested resource not found: Stream: ${arn} not found`);
  return table;
}

export const listStreamsOperation: Operation = ({ tables, streams }, input) => {
  const { TableName } = parseRequest(listStreams, 'ListStreams', input);
  const wanted = tables
    .all()
    .filter((table) => table.streamLabel && (!TableName || TableName === table.definition.name));
  return {
    Streams: wanted.map((table) => ({
      StreamArn: streams.streamArn(table),
      TableName: table.definition.name,
      StreamLabel: table.streamLabel,
    })),
  };
};

export const describeStreamOperation: Operation = (engine, input) => {
  const { StreamArn } = parseRequest(describeStream, 'DescribeStream', input);
  const table = tableOfStream(engine, StreamArn);
  const { key, name, streamView } = table.definition;
  return {
    StreamDescription: {
      StreamArn,
      StreamLabel: table.streamLabel,
      StreamStatus: 'ENABLED',
      StreamViewType: streamView,
      TableName: name,
      KeySchema: keyElements(key),
      Shards: engine.streams.shards(table).map((shard) => ({
        ShardId: shardId(shard),
        SequenceNumberRange: { StartingSequenceNumber: '100000000000000000000' },
      })),
    },
  };
};

type Cursor = { readonly arn: string; readonly shard: number; readonly after: string };

const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');
const decodeCursor = (iterator: string): Cursor =>
  JSON.parse(Buffer.from(iterator, 'base64url').toString()) as Cursor;

export const getShardIteratorOperation: Operation = (engine, input) => {
  const request = parseRequest(getShardIterator, 'GetShardIterator', input);
  const table = tableOfStream(engine, request.StreamArn);
  const shard = Number(request.ShardId.slice('shardId-'.length));
  const position = {
    TRIM_HORIZON: () => TRIM_HORIZON,
    LATEST: () => engine.streams.latest(table, shard),
    AFTER_SEQUENCE_NUMBER: () => request.SequenceNumber ?? TRIM_HORIZON,
    AT_SEQUENCE_NUMBER: () => String(BigInt(request.SequenceNumber ?? 1) - 1n),
  };
  const after = position[request.ShardIteratorType]();
  return { ShardIterator: encodeCursor({ arn: request.StreamArn, shard, after }) };
};

/** The API spells the identity's members otherwise than the event of a Lambda function, and has no source ARN. */
function apiRecord({ userIdentity, eventSourceARN: _arn, ...record }: StreamRecord) {
  if (!userIdentity) return record;
  return { ...record, userIdentity: { PrincipalId: userIdentity.principalId, Type: userIdentity.type } };
}

export const getRecordsOperation: Operation = (engine, input) => {
  const { ShardIterator, Limit = 1000 } = parseRequest(getRecords, 'GetRecords', input);
  const cursor = decodeCursor(ShardIterator);
  const records = engine.streams.read(tableOfStream(engine, cursor.arn), cursor.shard, cursor.after, Limit);
  const after = records.at(-1)?.dynamodb.SequenceNumber ?? cursor.after;
  return { Records: records.map(apiRecord), NextShardIterator: encodeCursor({ ...cursor, after }) };
};
