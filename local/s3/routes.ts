import { branch, leaf } from '#shared/text/write-xml.ts';
import type { Answer, Call, Run, Storage } from './call.ts';
import { deleteObject, deleteObjects } from './delete-object.ts';
import { S3Error } from './errors.ts';
import { listObjects, listVersions } from './list-objects.ts';
import { abortUpload, completeUpload, createUpload, listParts, uploadPart } from './multipart.ts';
import { readObject } from './read-object.ts';
import { copyObject, putObject } from './write-object.ts';
import { xmlDocument } from './xml.ts';

/** An operation and the IAM action that it needs (S3, required permissions). */
type Route = {
  readonly method: string;
  readonly on: 'bucket' | 'key';
  /** The query parameters that make it this operation. */
  readonly query?: readonly string[];
  readonly copies?: true;
  readonly action: string;
  readonly run: Run;
};

const headBucket = (storage: Storage): Answer => ({
  status: 200,
  headers: { 'x-amz-bucket-region': storage.region },
});

const location = (storage: Storage): Answer => ({
  status: 200,
  body: xmlDocument('LocationConstraint').replace('></', `>${storage.region}</`),
});

const versioning = (_: Storage, call: Call): Answer => ({
  status: 200,
  body: xmlDocument('VersioningConfiguration', leaf('Status', call.bucket.versioned ? 'Enabled' : undefined)),
});

const listUploads = (storage: Storage, call: Call): Answer => ({
  status: 200,
  body: xmlDocument(
    'ListMultipartUploadsResult',
    leaf('Bucket', call.bucket.name),
    leaf('IsTruncated', false),
    ...storage.uploads
      .inBucket(call.bucket.name)
      .filter((upload) => upload.key.startsWith(call.query.get('prefix') ?? ''))
      .map((upload) =>
        branch(
          'Upload',
          leaf('Key', upload.key),
          leaf('UploadId', upload.id),
          leaf('Initiated', new Date(upload.startedAt).toISOString()),
        ),
      ),
  ),
});

const ROUTES: readonly Route[] = [
  { method: 'HEAD', on: 'bucket', action: 's3:ListBucket', run: headBucket },
  { method: 'GET', on: 'bucket', query: ['location'], action: 's3:GetBucketLocation', run: location },
  { method: 'GET', on: 'bucket', query: ['versioning'], action: 's3:GetBucketVersioning', run: versioning },
  { method: 'GET', on: 'bucket', query: ['versions'], action: 's3:ListBucketVersions', run: listVersions },
  {
    method: 'GET',
    on: 'bucket',
    query: ['uploads'],
    action: 's3:ListBucketMultipartUploads',
    run: listUploads,
  },
  { method: 'GET', on: 'bucket', query: ['list-type'], action: 's3:ListBucket', run: listObjects },
  // Each key is checked for s3:DeleteObject by the operation.
  { method: 'POST', on: 'bucket', query: ['delete'], action: '', run: deleteObjects },
  { method: 'POST', on: 'key', query: ['uploads'], action: 's3:PutObject', run: createUpload },
  { method: 'PUT', on: 'key', query: ['partNumber', 'uploadId'], action: 's3:PutObject', run: uploadPart },
  { method: 'GET', on: 'key', query: ['uploadId'], action: 's3:ListMultipartUploadParts', run: listParts },
  { method: 'POST', on: 'key', query: ['uploadId'], action: 's3:PutObject', run: completeUpload },
  { method: 'DELETE', on: 'key', query: ['uploadId'], action: 's3:AbortMultipartUpload', run: abortUpload },
  { method: 'PUT', on: 'key', copies: true, action: 's3:PutObject', run: copyObject },
  { method: 'PUT', on: 'key', action: 's3:PutObject', run: putObject },
  { method: 'GET', on: 'key', query: ['versionId'], action: 's3:GetObjectVersion', run: readObject },
  { method: 'HEAD', on: 'key', query: ['versionId'], action: 's3:GetObjectVersion', run: readObject },
  { method: 'GET', on: 'key', action: 's3:GetObject', run: readObject },
  { method: 'HEAD', on: 'key', action: 's3:GetObject', run: readObject },
  { method: 'DELETE', on: 'key', query: ['versionId'], action: 's3:DeleteObjectVersion', run: deleteObject },
  { method: 'DELETE', on: 'key', action: 's3:DeleteObject', run: deleteObject },
];

/** Query parameters that make a request another operation, which must not pass for the plain one. */
const SUBRESOURCES = new Set(
  'accelerate acl analytics cors delete encryption intelligent-tiering inventory legal-hold lifecycle location logging metrics notification object-lock ownershipControls partNumber policy policyStatus publicAccessBlock replication requestPayment restore retention select tagging torrent uploadId uploads versionId versioning versions website attributes'.split(
    ' ',
  ),
);
const REFUSED_HEADERS =
  /^x-amz-(acl|tagging|website|grant|object-lock|copy-source-|server-side-encryption-customer|mfa|write-offset)/;

/**
 * Finds the operation of a request. Throws S3Error NotImplemented, naming what it is, for every operation and
 * header that is not offered: none is silently taken for something else.
 */
export function findRoute(call: Pick<Call, 'method' | 'key' | 'query' | 'headers'>): Route {
  const { method, key, query, headers } = call;
  const refused = Object.keys(headers).find((name) => REFUSED_HEADERS.test(name));
  if (refused) throw new S3Error('NotImplemented', `The header ${refused} is not implemented here.`);
  const on = key === '' ? 'bucket' : 'key';
  const copies = headers['x-amz-copy-source'] !== undefined;
  const special = [...query.keys()].filter((name) => SUBRESOURCES.has(name));
  const route = ROUTES.find(
    (r) =>
      r.method === method &&
      r.on === on &&
      (r.copies ?? false) === copies &&
      (r.query ?? []).every((name) => query.has(name)) &&
      special.every((name) => r.query?.includes(name)),
  );
  if (route) return route;
  const wanted = [method, on, ...special, ...(copies ? ['copy'] : [])].join(' ');
  throw new S3Error('NotImplemented', `This S3 operation is not implemented here: ${wanted}.`);
}
