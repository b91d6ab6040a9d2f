import type { JsonObject } from '../core/json.ts';

/** Where the local cloud pretends to be, and the two loopback addresses (`http://127.0.0.1:port`) it answers on. */
export type Environment = {
  readonly region: string;
  readonly account: string;
  readonly address: string;
  readonly awsAddress: string;
  /** Values of the template's parameters that have no default, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
};

/** One resource of a synthesized template; `properties` hold no intrinsics any more, `ref` is what `Ref` yields. */
export type Resource = {
  readonly stack: string;
  readonly logicalId: string;
  readonly path: string;
  readonly type: string;
  readonly name: string;
  readonly ref: string;
  readonly arn: string;
  readonly properties: JsonObject;
};

/** `Stack/LogicalId (construct path)`, the way every refusal names a resource. */
export const describeResource = (resource: Pick<Resource, 'stack' | 'logicalId' | 'path'>): string =>
  `${resource.stack}/${resource.logicalId} (${resource.path})`;
