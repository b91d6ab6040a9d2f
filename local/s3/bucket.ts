/** One CORS rule of a bucket, as the template's CorsRules hold it; `*` in an origin or header matches anything. */
export type CorsRule = {
  readonly allowedOrigins: readonly string[];
  readonly allowedMethods: readonly string[];
  readonly allowedHeaders?: readonly string[];
  readonly exposedHeaders?: readonly string[];
  readonly maxAgeSeconds?: number;
};

/** A bucket as the template declares it. With `eventBridge` every change of an object becomes an event. */
export type BucketDeclaration = {
  readonly name: string;
  readonly versioned?: boolean;
  readonly eventBridge?: boolean;
  readonly cors?: readonly CorsRule[];
  /** Incomplete multipart uploads older than this are aborted when the bucket is declared, that is at every start. */
  readonly abortIncompleteAfterDays?: number;
};

export const bucketArn = (bucket: string, key = ''): string =>
  `arn:aws:s3:::${bucket}${key === '' ? '' : `/${key}`}`;
