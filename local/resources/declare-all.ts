import type { Handler } from '../http-api/exchange.ts';
import type { CheckedResources } from './checked-resources.ts';
import { declareApis } from './declare-api.ts';
import { bucketDeclarations } from './declare-buckets.ts';
import { declareQueues, declareTables } from './declare-data.ts';
import { declareDistributions } from './declare-distribution.ts';
import { declareEvents } from './declare-events.ts';
import { declareFunctions } from './declare-functions.ts';
import { declareMappings, type RunningMapping } from './declare-mappings.ts';
import { declareScheduledRules, declareSchedules } from './declare-schedules.ts';
import { declareSecrets } from './declare-secrets.ts';
import { declareUsers } from './declare-users.ts';
import type { Services, Surroundings } from './services.ts';

type Parts = Surroundings & {
  readonly resources: CheckedResources;
  readonly services: Services;
  readonly assetPath: (objectKey: string) => string | undefined;
  readonly outputs: Readonly<Record<string, string>>;
};

/** What the template brought to life beside the services themselves. */
export type Running = {
  readonly mappings: readonly RunningMapping[];
  readonly site: Handler | undefined;
  /** The template's second distribution. */
  readonly packages: Handler | undefined;
};

/** Declares every resource of the template, then lets work left behind by an earlier stop go on. */
export function declareAll(parts: Parts): Running {
  const { resources, services } = parts;
  const all = { ...parts, ...services };
  declareTables(resources, services.dynamoDb);
  declareQueues(resources, services.sqs);
  for (const bucket of bucketDeclarations(resources)) services.s3.ensureBucket(bucket);
  declareSecrets(all);
  declareUsers(resources, services.cognito);
  declareEvents(resources, services.bus);
  declareFunctions(all);
  const mappings = declareMappings(all);
  declareSchedules(resources, services.scheduler);
  declareScheduledRules(resources, services.scheduler, services.bus);
  const apis = declareApis(all);
  const { site = [...apis.values()][0], packages } = declareDistributions({ ...all, apis });
  services.lambda.start();
  services.bus.start();
  for (const mapping of mappings) mapping.start();
  services.scheduler.start();
  return { mappings, site, packages };
}
