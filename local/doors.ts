import { awsPort } from './aws-port.ts';
import type { Admission } from './http/admission.ts';
import { oneAddress } from './http/one-address.ts';
import { HeldPort } from './http/ports.ts';
import { inspectorListener, type LocalRoute } from './inspector/inspector.ts';
import type { Running } from './resources/declare-all.ts';
import type { Services } from './resources/services.ts';
import type { Environment } from './template/resource.ts';

/** The two ports of a local cloud: the one address of the site, and all AWS APIs. */
export type Doors = { readonly site: HeldPort; readonly aws: HeldPort };

/** Takes a port for the site and the next one for the AWS APIs (0: any two). Throws `StartRefused` when one is taken. */
export async function takeDoors(port: number): Promise<Doors> {
  const site = await HeldPort.take(port);
  try {
    return { site, aws: await HeldPort.take(port === 0 ? 0 : port + 1) };
  } catch (error) {
    await site.close();
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

/** From now on both ports answer. */
export function openDoors(
  { site, aws }: Doors,
  { environment, services, running, admission, routes, log, now }: Inside,
): void {
  const inspector = inspectorListener({ address: site.address, routes, log });
  site.serve(oneAddress({ port: site.port, log, admission, inspector, site: running.site }));
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

export const closeDoors = async ({ site, aws }: Doors): Promise<void> => {
  await Promise.all([site.close(), aws.close()]);
};
