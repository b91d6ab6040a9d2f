import type { OwnKey } from '../cloudfront/own-key.ts';
import { Cognito } from '../cognito/cognito.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import type { JsonObject } from '../core/json.ts';
import { DynamoDb } from '../dynamodb/dynamodb.ts';
import type { Deliver } from '../events/delivery.ts';
import { EventBus } from '../events/event-bus.ts';
import { Access } from '../iam/access.ts';
import type { Credentials } from '../iam/credentials.ts';
import { guardedDelivery } from '../iam/guarded-delivery.ts';
import type { Iam } from '../iam/iam.ts';
import { Lambda } from '../lambda/lambda.ts';
import { S3 } from '../s3/s3.ts';
import { Scheduler } from '../scheduler/scheduler.ts';
import { Secrets } from '../secrets/secrets.ts';
import { Sqs } from '../sqs/sqs.ts';
import type { Environment } from '../template/resource.ts';

export type Surroundings = {
  readonly db: Database;
  /** Folder of object bytes. */
  readonly objects: string;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly environment: Environment;
  readonly log: (line: string) => void;
  readonly iam: Iam;
  readonly credentials: Credentials;
  readonly enforced: boolean;
  readonly ownKey: OwnKey;
};

/** Every service of the local cloud, in one process and one database. */
export type Services = {
  readonly dynamoDb: DynamoDb;
  readonly sqs: Sqs;
  readonly s3: S3;
  readonly bus: EventBus;
  readonly scheduler: Scheduler;
  readonly lambda: Lambda;
  readonly cognito: Cognito;
  readonly secrets: Secrets;
  readonly access: Access;
  readonly deliver: Deliver;
};

/** Makes the services and ties what they hand to each other; nothing runs yet. */
export function createServices(surroundings: Surroundings): Services {
  const { environment, objects, iam, credentials, enforced, ownKey, ...common } = surroundings;
  const { region, account, awsAddress } = environment;
  const place = { ...common, region, account };
  const access = new Access({ iam, credentials, account, enforced });
  // Each service may hand something to any other: the ties are made once all of them exist.
  let tied: Deliver = () => {
    throw new Error('A service delivered before all services were made.');
  };
  const deliver: Deliver = (delivery) => tied(delivery);
  const sqs = new Sqs({ ...place, address: () => awsAddress });
  const bus = new EventBus({ ...place, deliver });
  const lambda = new Lambda({ ...common, deliver });
  tied = guardedDelivery({ iam, enforced, sqs, lambda, bus });
  return {
    dynamoDb: new DynamoDb(place),
    sqs,
    bus,
    lambda,
    deliver,
    access,
    s3: new S3({
      ...place,
      directory: objects,
      secretFor: (accessKeyId) => access.secretOf(accessKeyId),
      allow: (accessKeyId, action, arn) => access.may(accessKeyId, action, arn),
      emit: (event) => void bus.emit('default', { ...event, detail: event.detail as JsonObject }),
    }),
    secrets: new Secrets(common),
    scheduler: new Scheduler({ ...common, deliver }),
    cognito: new Cognito({
      ...place,
      deliver: ({ destination, text }) => common.log(`to ${destination}: ${text}`),
    }),
  };
}
