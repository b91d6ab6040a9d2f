import type { Credentials } from '../iam/credentials.ts';
import type { FunctionDefinition } from '../lambda/function-definition.ts';
import type { Lambda } from '../lambda/lambda.ts';
import { describeResource, type Environment } from '../template/resource.ts';
import { StartRefused } from '../template/start-refused.ts';
import type { Checked, CheckedResources } from './checked-resources.ts';

type Dependencies = {
  readonly resources: CheckedResources;
  readonly lambda: Lambda;
  readonly credentials: Credentials;
  readonly environment: Environment;
  readonly assetPath: (objectKey: string) => string | undefined;
};

type FunctionResource = Checked<'AWS::Lambda::Function'>;
type Asynchronous = NonNullable<FunctionDefinition['asynchronous']>;

const functionName = (nameOrArn: string): string =>
  nameOrArn.replace(/^arn:.*:function:/, '').split(':')[0] ?? '';

function directoryOf(
  d: Dependencies,
  resource: FunctionResource | Checked<'AWS::Lambda::LayerVersion'>,
  key: string,
) {
  const directory = d.assetPath(key);
  if (directory) return directory;
  throw new StartRefused(
    `${describeResource(resource)}: the bundle ${key} is not in the synthesized template.`,
  );
}

/** What the SDK inside a function needs in order to find this cloud and to sign as the function's own role. */
function sdkEnvironment(d: Dependencies, name: string, role: string): Record<string, string> {
  const { accessKeyId, secretAccessKey } = d.credentials.forFunction(name, role);
  return {
    AWS_REGION: d.environment.region,
    AWS_DEFAULT_REGION: d.environment.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_ENDPOINT_URL: d.environment.awsAddress,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

function asynchronousConfig(d: Dependencies, resource: FunctionResource): Asynchronous {
  const config = d.resources
    .of('AWS::Lambda::EventInvokeConfig')
    .find(({ properties }) => functionName(properties.FunctionName) === resource.name)?.properties;
  const onSuccess = config?.DestinationConfig?.OnSuccess?.Destination;
  const onFailure = config?.DestinationConfig?.OnFailure?.Destination;
  const deadLetterArn = resource.properties.DeadLetterConfig?.TargetArn;
  return {
    ...(config?.MaximumRetryAttempts !== undefined && { maximumRetryAttempts: config.MaximumRetryAttempts }),
    ...(config?.MaximumEventAgeInSeconds !== undefined && {
      maximumEventAgeSeconds: config.MaximumEventAgeInSeconds,
    }),
    ...(onSuccess && { onSuccess }),
    ...(onFailure && { onFailure }),
    ...(deadLetterArn && { deadLetterArn }),
  };
}

function layerDirectories(d: Dependencies, resource: FunctionResource): string[] {
  const layers = d.resources.of('AWS::Lambda::LayerVersion');
  return resource.properties.Layers.map((arn) => {
    const layer = layers.find((candidate) => candidate.arn === arn);
    if (layer) return directoryOf(d, layer, layer.properties.Content.S3Key);
    throw new StartRefused(`${describeResource(resource)}: the layer ${arn} is not part of the template.`);
  });
}

/** Declares every function with a key of its own. Throws `StartRefused` when a bundle or layer is missing. */
export function declareFunctions(d: Dependencies): void {
  for (const resource of d.resources.of('AWS::Lambda::Function')) {
    const { name, arn, properties } = resource;
    const role = properties.Role.split('/').at(-1) ?? '';
    d.lambda.declare({
      name,
      arn,
      roleArn: properties.Role,
      directory: directoryOf(d, resource, properties.Code.S3Key),
      handler: properties.Handler,
      layers: layerDirectories(d, resource),
      environment: { ...sdkEnvironment(d, name, role), ...properties.Environment?.Variables },
      timeoutSeconds: properties.Timeout,
      memoryMb: properties.MemorySize,
      ...(properties.ReservedConcurrentExecutions !== undefined && {
        reservedConcurrency: properties.ReservedConcurrentExecutions,
      }),
      asynchronous: asynchronousConfig(d, resource),
    });
  }
}
