import { OwnKey } from './cloudfront/own-key.ts';
import { type Clock, systemClock } from './core/clock.ts';
import { type FaultRates, Faults } from './core/faults.ts';
import { closeDoors, type Doors, openDoors, takeDoors } from './doors.ts';
import { Admission } from './http/admission.ts';
import { type AccessKey, Credentials } from './iam/credentials.ts';
import { Iam } from './iam/iam.ts';
import { type LocalRoute, routeName } from './inspector/inspector.ts';
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
  /** The one address's port; the AWS APIs and the packages take the next two. 0 takes any. */
  readonly port?: number;
  readonly faults?: FaultRates;
  readonly seed?: number;
  readonly clock?: Clock;
  /** False lets every function do everything, for tests that are not about permissions. */
  readonly iam?: boolean;
  readonly log?: (line: string) => void;
  /** Who is let in to the site, where that is not everybody from the first moment on. */
  readonly admission?: Admission;
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
  /** Where foreign packages play: another origin than the one address, by another name of this machine. */
  readonly packageAddress: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly resources: CheckedResources;
  readonly services: Services;
  readonly faults: Faults;
  readonly admission: Admission;
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

const environmentOf = ({ site, aws }: Doors, ownKey: OwnKey): Environment => ({
  region: REGION,
  account: ACCOUNT,
  address: site.address,
  awsAddress: aws.address,
  parameters: {
    // Made when a template asks for it: that takes a tenth of a second.
    get PassPublicKey() {
      return ownKey.publicKey;
    },
  },
});

/** A start that is refused leaves nothing running: the sweeps would meet a closed database. */
function declareOrStop(parts: Parameters<typeof declareAll>[0]): Running {
  try {
    return declareAll(parts);
  } catch (error) {
    parts.services.dynamoDb.stop();
    throw error;
  }
}

function assemble(options: CloudOptions, folder: DataFolder, doors: Doors): Cloud {
  const log = options.log ?? (() => {});
  const { clock = systemClock(), iam: enforced = true, admission = new Admission(true) } = options;
  const ownKey = new OwnKey(folder.db);
  const environment = environmentOf(doors, ownKey);
  const { resources: declared, outputs, assetPath } = readAssembly(options.assembly, environment);
  const resources = new CheckedResources(declared);
  const iam = new Iam(declared, ACCOUNT);
  const credentials = new Credentials(folder.db);
  const faults = new Faults(options.faults, options.seed);
  const { db, objects } = folder;
  const surroundings = { db, objects, clock, faults, environment, log, iam, credentials, enforced, ownKey };
  const services = createServices(surroundings);
  const running = declareOrStop({ ...surroundings, resources, services, assetPath, outputs });
  const work = { ...services, mappings: running.mappings };
  const configuration = (credentials: AccessKey): ClientConfiguration => ({
    endpoint: doors.aws.address,
    region: REGION,
    credentials,
  });
  const resource = (wanted: string) => resources.require(wanted);
  const routes = new Map<string, LocalRoute>();
  const cloud: Cloud = {
    ...{ address: doors.site.address, awsAddress: doors.aws.address },
    packageAddress: doors.packages.address,
    ...{ outputs, resources, services, faults, admission },
    operator: configuration(credentials.operator()),
    asFunction: (wanted) => {
      const { name, properties } = resource(wanted);
      return configuration(credentials.forFunction(name, String(properties.Role).split('/').at(-1) ?? ''));
    },
    resource,
    addLocalRoute: (path, route) => void routes.set(routeName(route.method, path), route),
    settle: (timeoutMs) => settled(work, timeoutMs),
    pendingWork: () => pendingWork(work),
    stop: () => stop(doors, folder, services, running),
  };
  for (const [path, route] of inspectorRoutes(cloud, clock)) cloud.addLocalRoute(path, route);
  // No service knows of a disk: the account that they are made for has none that fills up.
  const room = () => ({ freeBytes: folder.freeBytes() });
  cloud.addLocalRoute('/local/room.json', { method: 'GET', answer: room });
  openDoors(doors, { routes, environment, services, running, admission, log, now: clock.now });
  return cloud;
}

/** First nothing new, then what runs may finish for a moment, then the doors close. */
async function stop(
  doors: Doors,
  folder: DataFolder,
  services: Services,
  { mappings }: Running,
): Promise<void> {
  const { scheduler, bus, sqs, lambda, dynamoDb } = services;
  scheduler.stop();
  bus.stop();
  sqs.stop();
  await Promise.all([...mappings.map((mapping) => mapping.stop(STOP_LIMIT_MS)), lambda.stop(STOP_LIMIT_MS)]);
  await closeDoors(doors);
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
  let doors: Doors | undefined;
  try {
    doors = await takeDoors(options.port ?? 0);
    const cloud = assemble(options, folder, doors);
    folder.announce(cloud.address);
    return cloud;
  } catch (error) {
    if (doors) await closeDoors(doors);
    folder.close();
    throw error;
  }
}
