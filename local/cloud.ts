import { awsPort } from './aws-port.ts';
import { type Clock, systemClock } from './core/clock.ts';
import { type FaultRates, Faults } from './core/faults.ts';
import { oneAddress } from './http/one-address.ts';
import { HeldPort } from './http/ports.ts';
import { type AccessKey, Credentials } from './iam/credentials.ts';
import { Iam } from './iam/iam.ts';
import { inspectorListener, type LocalRoute, routeName } from './inspector/inspector.ts';
import { inspectorRoutes } from './inspector/routes.ts';
import { CheckedResources } from './resources/checked-resources.ts';
import { declareAll, type Running } from './resources/declare-all.ts';
import { pendingWork, settled } from './resources/pending-work.ts';
import { createServices, type Services } from './resources/services.ts';
import { type DataFolder, openDataFolder } from './start/data-folder.ts';
import { readAssembly } from './template/assembly.ts';
import type { Environment, Resource } from './template/resource.ts';

export type CloudOptions = {
  /** Folder that CDK synthesized into. */
  readonly assembly: string;
  /** Folder where everything is kept. */
  readonly data: string;
  /** The one address's port; the AWS APIs take the next one. 0 takes any two. */
  readonly port?: number;
  readonly faults?: FaultRates;
  readonly seed?: number;
  readonly clock?: Clock;
  /** False lets every function do everything, for tests that are not about permissions. */
  readonly iam?: boolean;
  readonly log?: (line: string) => void;
};

/** How an SDK client reaches this cloud: `new DynamoDBClient(cloud.operator)`. */
export type ClientConfiguration = {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: AccessKey;
};

/** A running local cloud. */
export type Cloud = {
  readonly address: string;
  readonly awsAddress: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly resources: CheckedResources;
  readonly services: Services;
  readonly faults: Faults;
  /** Reaches every API with every right. */
  readonly operator: ClientConfiguration;
  /** Reaches the APIs with the rights of a function's role. */
  readonly asFunction: (pathOrLogicalId: string) => ClientConfiguration;
  /** By logical id, or by construct path or its end, with or without `/Resource`. Throws when none or several match. */
  readonly resource: (pathOrLogicalId: string) => Resource;
  /** Adds a path under /local of the one address. */
  readonly addLocalRoute: (path: string, route: LocalRoute) => void;
  /** Resolves once no message, delivery, stream record or invocation is pending; rejects with what still is. */
  readonly settle: (timeoutMs: number) => Promise<void>;
  readonly pendingWork: () => number;
  readonly stop: () => Promise<void>;
};

const REGION = 'ap-southeast-1';
const ACCOUNT = '000000000000';

type Ports = { readonly site: HeldPort; readonly aws: HeldPort };

async function takePorts(port: number): Promise<Ports> {
  const site = await HeldPort.take(port);
  try {
    return { site, aws: await HeldPort.take(port === 0 ? 0 : port + 1) };
  } catch (error) {
    await site.close();
    throw error;
  }
}

function assemble(options: CloudOptions, folder: DataFolder, ports: Ports): Cloud {
  const log = options.log ?? (() => {});
  const { clock = systemClock(), iam: enforced = true } = options;
  const environment: Environment = {
    region: REGION,
    account: ACCOUNT,
    address: ports.site.address,
    awsAddress: ports.aws.address,
  };
  const { resources: declared, outputs, assetPath } = readAssembly(options.assembly, environment);
  const resources = new CheckedResources(declared);
  const iam = new Iam(declared, ACCOUNT);
  const credentials = new Credentials(folder.db);
  const faults = new Faults(options.faults, options.seed);
  const { db, objects } = folder;
  const surroundings = { db, objects, clock, faults, environment, log, iam, credentials, enforced };
  const services = createServices(surroundings);
  const running = declareAll({ ...surroundings, resources, services, assetPath });
  const work = { ...services, mappings: running.mappings };
  const configuration = (accessKey: AccessKey): ClientConfiguration => ({
    endpoint: environment.awsAddress,
    region: REGION,
    credentials: accessKey,
  });
  const resource = (wanted: string) => resources.require(wanted);
  const routes = new Map<string, LocalRoute>();
  const addLocalRoute = (path: string, route: LocalRoute) => {
    routes.set(routeName(route.method, path), route);
  };
  const cloud: Cloud = {
    ...{
      address: environment.address,
      awsAddress: environment.awsAddress,
      outputs,
      resources,
      services,
      faults,
    },
    operator: configuration(credentials.operator()),
    asFunction: (wanted) => {
      const { name, properties } = resource(wanted);
      return configuration(credentials.forFunction(name, String(properties.Role).split('/').at(-1) ?? ''));
    },
    resource,
    addLocalRoute,
    settle: (timeoutMs) => settled(work, timeoutMs),
    pendingWork: () => pendingWork(work),
    stop: () => stop(ports, folder, services, running),
  };
  for (const [path, route] of inspectorRoutes(cloud, clock)) addLocalRoute(path, route);
  const inspector = inspectorListener({ address: environment.address, routes, log });
  ports.site.serve(oneAddress({ port: ports.site.port, log, inspector, site: running.site }));
  ports.aws.serve(
    awsPort({ port: ports.aws.port, place: environment, now: clock.now, log, ...portServices(services) }),
  );
  return cloud;
}

const portServices = (services: Services) => ({
  access: services.access,
  cognito: services.cognito,
  s3: services.s3,
  services: {
    dynamodb: services.dynamoDb,
    sqs: services.sqs,
    events: services.bus,
    'cognito-idp': services.cognito,
    lambda: services.lambda,
  },
});

/** First nothing new, then what runs may finish for a moment, then the doors close. */
async function stop(
  ports: Ports,
  folder: DataFolder,
  services: Services,
  { mappings }: Running,
): Promise<void> {
  const { scheduler, bus, sqs, lambda, dynamoDb } = services;
  scheduler.stop();
  bus.stop();
  sqs.stop();
  await Promise.all([...mappings.map((mapping) => mapping.stop(STOP_LIMIT_MS)), lambda.stop(STOP_LIMIT_MS)]);
  await Promise.all([ports.site.close(), ports.aws.close()]);
  dynamoDb.stop();
  folder.close();
}

const STOP_LIMIT_MS = 2000;

/**
 * Starts every service that the synthesized template asks for, with what an earlier start left in the data folder.
 * Throws `StartRefused` with a sentence when the template, the ports or the data folder do not allow it.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const folder = openDataFolder(options.data);
  let ports: Ports | undefined;
  try {
    ports = await takePorts(options.port ?? 0);
    const cloud = assemble(options, folder, ports);
    folder.announce(cloud.address);
    return cloud;
  } catch (error) {
    await Promise.all([ports?.site.close(), ports?.aws.close()]);
    folder.close();
    throw error;
  }
}
