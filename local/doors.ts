import { awsPort } from './aws-port.ts';
import type { Admission } from './http/admission.ts';
import { oneAddress } from './http/one-address.ts';
import { PACKAGE_NAME, packageAddress } from './http/package-address.ts';
import { HeldPort } from './http/ports.ts';
import { inspectorListener, type LocalRoute } from './inspector/inspector.ts';
import type { Running } from './resources/declare-all.ts';
import type { Services } from './resources/services.ts';
import type { Environment } from './template/resource.ts';

/** The ports of a local cloud: the one address of the site, all AWS APIs, and where foreign packages play. */
export type Doors = { readonly site: HeldPort; readonly aws: HeldPort; readonly packages: HeldPort };

/** All ports are taken one after another from the first one on. */
export const DOORS = 3;

/** Takes a port for the site and the next two for the others (0: any). Throws `StartRefused` when one is taken. */
export async function takeDoors(port: number): Promise<Doors> {
  const held: HeldPort[] = [];
  const take = async (at: number, name?: string) => {
    const door = await HeldPort.take(port === 0 ? 0 : port + at, name);
    held.push(door);
    return door;
  };
  try {
    return { site: await take(0), aws: await take(1), packages: await take(2, PACKAGE_NAME) };
  } catch (error) {
    await Promise.all(held.map((door) => door.close()));
    throw error;
  }
}

type Inside = {
  readonly environment: Environment;
  readonly services: Services;
  readonly running: Running;
  readonly admission: Admission;
  /** What lies under /local, by `routeName`. */
  readonly routes: ReadonlyMap<string, LocalRoute>;
  readonly log: (line: string) => void;
  readonly now: () => number;
};

/** From now on all ports answer. */
export function openDoors(
  { site, aws, packages }: Doors,
  { environment, services, running, admission, routes, log, now }: Inside,
): void {
  const inspector = inspectorListener({ address: site.address, routes, log });
  site.serve(oneAddress({ port: site.port, log, admission, inspector, site: running.site }));
  packages.serve(packageAddress({ port: packages.port, log, packages: running.packages }));
  const { access, cognito, s3, dynamoDb, sqs, bus, lambda, secrets } = services;
  const byName = {
    dynamodb: dynamoDb,
    sqs,
    events: bus,
    'cognito-idp': cognito,
    lambda,
    secretsmanager: secrets,
  };
  aws.serve(awsPort({ port: aws.port, place: environment, now, log, access, cognito, s3, services: byName }));
}

export const closeDoors = async ({ site, aws, packages }: Doors): Promise<void> => {
  await Promise.all([site.close(), aws.close(), packages.close()]);
};
