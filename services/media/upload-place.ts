import { S3Client } from '@aws-sdk/client-s3';
import type { SourceName } from './domain/recording.ts';

/** Where a source lies in the bucket. Whatever an uploader calls a file never becomes part of a key. */
export const placeOf = (assetId: string, name: SourceName = 'source'): string => `uploads/${assetId}/${name}`;

/** The asset whose source lies under a key; undefined when the key is not of our making. */
export const assetOfKey = (key: string): string | undefined => /^uploads\/(\w+)\/source$/.exec(key)?.[1];

/** Without asking, the SDK would sign the checksum of an empty body into every part's address. */
export const connectToUploads = () => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

export const uploadBucket = (): string => process.env.UPLOAD_BUCKET ?? '';
