import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { type ClientConfiguration, type Cloud, type CloudOptions, startCloud } from '../../local/cloud.ts';
import type { Clock } from '../../local/core/clock.ts';
import { accessToken, DEMO_PASSWORD, setDemoPassword } from '../../local/demo/session.ts';
import { redrive } from '../../local/inspector/redrive.ts';
import { peopleRoutes } from '../../services/people/contract.ts';
import { ASSEMBLY } from './built-platform.ts';
import { Client, type Heard } from './client.ts';

/** How to reach a platform, in this process or another one. */
export type Place = {
  readonly address: string;
  readonly operator: ClientConfiguration;
  readonly outputs: Readonly<Record<string, string>>;
  /** Name of the function that makes the first administrator. */
  readonly firstAdministrator: string;
};

/** A running platform as a test sees it. */
export type Platform = Place & {
  /** Signs the owner of the account in. */
  readonly signIn: (personId: string, loginName: string) => Promise<Client>;
  readonly passerBy: Client;
  /** Every answer that the API gave to any client of this platform, in order. */
  readonly heard: readonly Heard[];
  /** Resolves when all has been worked off and no dead letter is left: an operator sends those again. */
  readonly quiet: () => Promise<void>;
};

export type LocalPlatform = Platform & {
  readonly cloud: Cloud;
  readonly data: string;
  /** Everything the platform logged, functions included. */
  readonly logs: readonly string[];
  readonly stop: () => Promise<void>;
};

const LONG_MS = 30_000;
/** Back-offs and visibility of minutes pass in seconds. Waits up to the gateway's 30 s stay: they are limits, not pauses. */
export const flowClock: Clock = { now: () => Date.now(), delay: (ms) => (ms > LONG_MS ? ms / 30 : ms) };
const QUIET_MS = 60_000;

/** The doors of a platform; `quiet` is how its state is watched from where the test runs. */
export function platformAt(place: Place, options: { patient: boolean; quiet: Platform['quiet'] }): Platform {
  const heard: Heard[] = [];
  const shared = { address: place.address, patient: options.patient, heard };
  return {
    ...place,
    heard,
    quiet: options.quiet,
    passerBy: new Client({ ...shared, personId: 'passer-by' }),
    signIn: async (personId, loginName) =>
      new Client({ ...shared, personId, token: await accessToken(place, loginName) }),
  };
}

export const placeOf = ({ address, operator, outputs, resource }: Cloud): Place => ({
  address,
  operator,
  outputs,
  firstAdministrator: resource('FirstAdministrator/Function').name,
});

/** Dead letters are what the operator's page offers to send again; rounds, because they may fail once more. */
async function settleAll({ services, settle }: Cloud, logs: readonly string[]): Promise<void> {
  const { sqs } = services;
  const dead = [...new Set(sqs.describe().flatMap(({ deadLetterQueue }) => deadLetterQueue ?? []))];
  let letters: string[] = [];
  for (let round = 0; round < 8; round += 1) {
    await settle(QUIET_MS);
    letters = dead.flatMap((queue) => sqs.peek(queue, 3).map(({ body }) => `${queue}: ${body}`));
    let moved = 0;
    for (const queue of dead) moved += await redrive(services, queue);
    if (moved === 0) return;
  }
  const errors = logs.filter((line) => /error/i.test(line)).slice(-5);
  throw new Error(`Dead letters came back eight times.\n${[...letters, ...errors].join('\n')}`);
}

/** A platform of its own in a temporary folder, gone after `stop`; with `data` the folder is kept. */
export async function startPlatform(options: Partial<CloudOptions> = {}): Promise<LocalPlatform> {
  const data = options.data ?? fs.mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-flow-'));
  const logs: string[] = [];
  const cloud = await startCloud({
    assembly: ASSEMBLY,
    clock: flowClock,
    log: (line) => logs.push(line),
    ...options,
    data,
  });
  const platform = platformAt(placeOf(cloud), {
    patient: options.faults !== undefined,
    quiet: () => settleAll(cloud, logs),
  });
  return {
    ...platform,
    cloud,
    data,
    logs,
    stop: async () => {
      await cloud.stop();
      if (!options.data) fs.rmSync(data, { recursive: true, force: true });
    },
  };
}

const ADMINISTRATOR = { loginName: 'quantri', fullName: 'Trần Quản Trị Tên-Bí-Mật' };

/**
 * Makes the first administrator with the operator's function, as `npm start -- --empty` offers, and signs in. Asked
 * again when the function failed on the way: a centre is set up once, and `exists` says that it has been.
 */
export async function appointAdministrator(platform: Platform): Promise<Client> {
  const lambda = new LambdaClient({ ...platform.operator, maxAttempts: 10 });
  const Payload = JSON.stringify({ ...ADMINISTRATOR, password: DEMO_PASSWORD });
  let answer = '';
  for (let tries = 0; tries < 10 && !/personId|exists/.test(answer); tries += 1) {
    const invoked = await lambda.send(
      new InvokeCommand({ FunctionName: platform.firstAdministrator, Payload }),
    );
    answer = Buffer.from(invoked.Payload ?? []).toString('utf8');
  }
  lambda.destroy();
  const nameless = await platform.signIn('administrator', ADMINISTRATOR.loginName);
  const { personId } = await nameless.ok(peopleRoutes.getMe);
  return platform.signIn(personId, ADMINISTRATOR.loginName);
}

/** Gives an account the demo password and signs its owner in. */
export async function signInNewcomer(
  platform: Platform,
  person: { readonly personId: string; readonly loginName: string },
): Promise<Client> {
  await setDemoPassword(platform, person.personId);
  return platform.signIn(person.personId, person.loginName);
}
