import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnAuthorizer, CfnStage, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  Mfa,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ROLES } from '../../shared/contract/roles.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { AlarmBell } from '../constructs/alarm-bell.ts';
import { PackageSite } from '../constructs/package-site.ts';
import { PassKey } from '../constructs/pass-key.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { WebSite } from '../constructs/web-site.ts';
import type { Stage } from '../stages.ts';

export type FoundationProps = StackProps & { readonly stage: Stage };

/** What every service stands on: the bus, the API's front door, the accounts, the keys and the one web address. */
export class FoundationStack extends Stack {
  readonly stage: Stage;
  readonly bus: EventBus;
  readonly api: HttpApi;
  readonly authorizerId: string;
  readonly users: UserPool;
  readonly key: Key;
  readonly mediaBucket: Bucket;
  readonly siteOrigins: readonly string[];
  /** Name of the site as CloudFront compares it with passes. */
  readonly siteHost: string;
  /** Name under which packages play, as CloudFront compares it with passes. */
  readonly packageHost: string;
  readonly passKey: PassKey;
  readonly alarmBell: AlarmBell;

  constructor(scope: Construct, id: string, props: FoundationProps) {
    super(scope, id, props);
    this.stage = props.stage;
    this.key = new Key(this, 'DataKey', {
      description: 'Encrypts uploads and reports',
      enableKeyRotation: true,
      removalPolicy: props.stage.removal,
    });
    this.alarmBell = new AlarmBell(this, 'AlarmBell', { email: props.stage.alarmEmail });
    this.bus = this.#bus();
    this.users = this.#users();
    const client = this.#client();
    this.api = this.#api();
    this.authorizerId = this.#authorizer(client).ref;
    const site = new PrivateBucket(this, 'Site', { stage: props.stage }).bucket;
    this.mediaBucket = new PrivateBucket(this, 'Media', { stage: props.stage }).bucket;
    this.passKey = new PassKey(this, 'Pass', props.stage);
    const stores = { site, media: this.mediaBucket };
    const packages = new PackageSite(this, 'Packages', {
      stage: props.stage,
      ...stores,
      passKeys: this.passKey.group,
    }).distribution;
    this.packageHost = packages.distributionDomainName;
    const { distribution } = new WebSite(this, 'Web', {
      stage: props.stage,
      ...stores,
      packageHost: this.packageHost,
      apiHost: `${this.api.apiId}.execute-api.${this.region}.${this.urlSuffix}`,
      uploadHost: `*.s3.${this.region}.${this.urlSuffix}`,
      passKeys: this.passKey.group,
    });
    this.siteHost = distribution.distributionDomainName;
    this.siteOrigins = props.stage.siteOrigins ?? [`https://${this.siteHost}`];
    this.#tell({
      Address: `https://${this.siteHost}`,
      PackageAddress: `https://${this.packageHost}`,
      DistributionId: distribution.distributionId,
      SiteBucket: site.bucketName,
      UserPoolId: this.users.userPoolId,
      UserPoolClientId: client.userPoolClientId,
    });
  }

  /** What a deployment goes on with. */
  #tell(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }

  #authorizer(client: UserPoolClient): CfnAuthorizer {
    return new CfnAuthorizer(this, 'Authorizer', {
      apiId: this.api.apiId,
      name: 'people',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: this.users.userPoolProviderUrl, audience: [client.userPoolClientId] },
    });
  }

  #bus(): EventBus {
    const bus = new EventBus(this, 'Bus');
    bus.archive('Archive', {
      description: 'Every event, so that a figure can be counted again from the beginning',
      eventPattern: { source: [{ prefix: 'hocvuso.' }] as unknown as string[] },
      retention: Duration.days(this.stage.archiveDays),
    });
    return bus;
  }

  #users(): UserPool {
    const users = new UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      // The user name is the pseudonymous person reference; people sign in by the name they were given.
      signInAliases: { username: true, preferredUsername: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.NONE,
      mfa: Mfa.OFF,
      passwordPolicy: {
        minLength: 8,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: false,
        requireSymbols: false,
        tempPasswordValidity: Duration.days(30),
      },
      deletionProtection: this.stage.deletionProtection,
      removalPolicy: this.stage.removal,
    });
    for (const role of ROLES) {
      new CfnUserPoolGroup(this, `Role-${role}`, { userPoolId: users.userPoolId, groupName: role });
    }
    acknowledge(users, {
      'AwsSolutions-COG1':
        'learners of 60 and more type it on a phone: eight characters with a digit, and lockout after five failures',
      'AwsSolutions-COG2': 'most learners share a phone and have no second device',
      'AwsSolutions-COG3': 'threat protection is billed per person per month',
      'AwsSolutions-COG8': 'the Plus plan is billed per person per month',
    });
    return users;
  }

  #client(): UserPoolClient {
    return this.users.addClient('Web', {
      authFlows: { userPassword: true },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
      disableOAuth: true,
      // Left out, every attribute could be written with an access token: the sign-in name belongs to the register.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });
  }

  #api(): HttpApi {
    const api = new HttpApi(this, 'Api', { createDefaultStage: false, description: 'Hoc Vu So' });
    const accessLog = new LogGroup(this, 'ApiAccess', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: this.stage.removal,
    });
    new CfnStage(this, 'ApiStage', {
      apiId: api.apiId,
      stageName: '$default',
      autoDeploy: true,
      // A rush hour of a centre is a few hundred requests a second; beyond that it is not a centre.
      defaultRouteSettings: { throttlingRateLimit: 1000, throttlingBurstLimit: 2000 },
      accessLogSettings: {
        destinationArn: accessLog.logGroupArn,
        format: JSON.stringify({
          requestId: '$context.requestId',
          routeKey: '$context.routeKey',
          status: '$context.status',
          latency: '$context.responseLatency',
        }),
      },
    });
    // A failure is answered as a problem, so the function that met it has succeeded and its own alarm stays silent.
    new Alarm(this, 'ApiFailures', {
      metric: api.metricServerError({ statistic: 'Sum', period: Duration.minutes(5) }),
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription:
        'The API answered with 5xx. Impact: somebody was told that the system is busy or broken',
    });
    return api;
  }
}
