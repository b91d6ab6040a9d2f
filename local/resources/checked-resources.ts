import type * as z from 'zod';
import { describeResource, type Resource } from '../template/resource.ts';
import { StartRefused } from '../template/start-refused.ts';
import { Bucket } from './bucket.ts';
import {
  CachePolicy,
  Distribution,
  EdgeFunction,
  OriginAccessControl,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
} from './distribution.ts';
import { Archive, EventBusDeclaration, Rule, Schedule, ScheduleGroup } from './events.ts';
import { EventInvokeConfig, EventSourceMapping, LambdaFunction, LayerVersion } from './function.ts';
import { Authorizer, HttpApiDeclaration, Integration, Route, Stage } from './http-api.ts';
import { Queue } from './queue.ts';
import { KeyGroup, PublicKey, Secret } from './secret.ts';
import { Table } from './table.ts';
import { UserPool, UserPoolClient, UserPoolGroup } from './user-pool.ts';
import { WITHOUT_EFFECT } from './without-effect.ts';

/** Every type that the local cloud plays, with the properties it honours or knowingly ignores. */
const SCHEMAS = {
  'AWS::DynamoDB::Table': Table,
  'AWS::S3::Bucket': Bucket,
  'AWS::SQS::Queue': Queue,
  'AWS::Events::EventBus': EventBusDeclaration,
  'AWS::Events::Rule': Rule,
  'AWS::Events::Archive': Archive,
  'AWS::Scheduler::Schedule': Schedule,
  'AWS::Scheduler::ScheduleGroup': ScheduleGroup,
  'AWS::Lambda::Function': LambdaFunction,
  'AWS::Lambda::LayerVersion': LayerVersion,
  'AWS::Lambda::EventInvokeConfig': EventInvokeConfig,
  'AWS::Lambda::EventSourceMapping': EventSourceMapping,
  'AWS::Cognito::UserPool': UserPool,
  'AWS::Cognito::UserPoolClient': UserPoolClient,
  'AWS::Cognito::UserPoolGroup': UserPoolGroup,
  'AWS::ApiGatewayV2::Api': HttpApiDeclaration,
  'AWS::ApiGatewayV2::Stage': Stage,
  'AWS::ApiGatewayV2::Route': Route,
  'AWS::ApiGatewayV2::Integration': Integration,
  'AWS::ApiGatewayV2::Authorizer': Authorizer,
  'AWS::CloudFront::Distribution': Distribution,
  'AWS::CloudFront::Function': EdgeFunction,
  'AWS::CloudFront::PublicKey': PublicKey,
  'AWS::CloudFront::KeyGroup': KeyGroup,
  'AWS::SecretsManager::Secret': Secret,
  'AWS::CloudFront::OriginAccessControl': OriginAccessControl,
  'AWS::CloudFront::ResponseHeadersPolicy': ResponseHeadersPolicy,
  'AWS::CloudFront::OriginRequestPolicy': OriginRequestPolicy,
  'AWS::CloudFront::CachePolicy': CachePolicy,
} as const;

type Schemas = typeof SCHEMAS;
export type PlayedType = keyof Schemas;

/** A resource whose properties were checked: `properties` has the shape of its schema. */
export type Checked<K extends PlayedType> = Omit<Resource, 'properties'> & {
  readonly properties: z.infer<Schemas[K]>;
};

const isPlayed = (type: string): type is PlayedType => Object.hasOwn(SCHEMAS, type);

function sentence(resource: Resource, issue: z.core.$ZodIssue): string {
  const subject = describeResource(resource);
  const at = (keys: readonly PropertyKey[]) => [...issue.path, ...keys].map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return `${subject}: the local cloud does not honour the property ${at(issue.keys)} of ${resource.type}.`;
  return `${subject}: the local cloud cannot honour the property ${at([])} of ${resource.type} as it is set (${issue.message}).`;
}

function check(resource: Resource): unknown {
  const { type } = resource;
  if (Object.hasOwn(WITHOUT_EFFECT, type)) return undefined;
  if (!isPlayed(type))
    throw new StartRefused(`${describeResource(resource)}: the local cloud does not know the type ${type}.`);
  const parsed = SCHEMAS[type].safeParse(resource.properties);
  const issue = parsed.error?.issues[0];
  if (issue) throw new StartRefused(sentence(resource, issue));
  return parsed.data;
}

/** The resources of a template after every one of them was found to be known, down to its properties. */
export class CheckedResources {
  readonly all: readonly Resource[];
  readonly #properties: ReadonlyMap<Resource, unknown>;

  /** Throws `StartRefused` for the first type or property that is neither played nor listed as without effect. */
  constructor(resources: readonly Resource[]) {
    this.all = resources;
    this.#properties = new Map(resources.map((resource) => [resource, check(resource)]));
  }

  of<K extends PlayedType>(type: K): Checked<K>[] {
    return this.all
      .filter((resource) => resource.type === type)
      .map((resource) => ({
        ...resource,
        properties: this.#properties.get(resource) as z.infer<Schemas[K]>,
      }));
  }

  /**
   * By logical id, or by construct path or its end (`Orders/Table`), with or without `/Resource`.
   * Throws when none or several match.
   */
  require(pathOrLogicalId: string): Resource {
    const found = this.all.filter(({ path, logicalId }) => {
      const full = `/${path}`;
      return (
        logicalId === pathOrLogicalId ||
        full.endsWith(`/${pathOrLogicalId}`) ||
        full.endsWith(`/${pathOrLogicalId}/Resource`)
      );
    });
    const [only] = found;
    if (only && found.length === 1) return only;
    throw new Error(
      `${found.length === 0 ? 'No' : 'More than one'} resource of the template is ${pathOrLogicalId}.`,
    );
  }
}
