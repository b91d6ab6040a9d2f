import { isObject } from '../core/json.ts';
import type { Context } from './conditions.ts';

/** One permission that an API call needs. */
export type Need = { readonly action: string; readonly resource: string; readonly context?: Context };

type Input = Readonly<Record<string, unknown>>;
export type Place = { readonly region: string; readonly account: string };

const objects = (value: unknown): Input[] => (Array.isArray(value) ? value.filter(isObject) : []);
const lastPart = (value: unknown): string =>
  String(value ?? '')
    .split('/')
    .at(-1) ?? '';

const tableArn = (place: Place, table: unknown, index?: unknown): string => {
  const name = lastPart(table);
  const arn = `arn:aws:dynamodb:${place.region}:${place.account}:table/${name}`;
  return index === undefined ? arn : `${arn}/index/${String(index)}`;
};

const TRANSACTION_ACTIONS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/** A transaction needs the permission of each of its items, not one of its own. */
function transactionNeeds(items: unknown, place: Place): Need[] {
  return objects(items).flatMap((item) =>
    Object.entries(item).map(([kind, request]) => ({
      action: `dynamodb:${TRANSACTION_ACTIONS[kind] ?? kind}`,
      resource: tableArn(place, isObject(request) ? request.TableName : undefined),
    })),
  );
}

function dynamoDbNeeds(operation: string, input: Input, place: Place): Need[] {
  if (input.TransactItems !== undefined) return transactionNeeds(input.TransactItems, place);
  const action = `dynamodb:${operation}`;
  if (isObject(input.RequestItems))
    return Object.keys(input.RequestItems).map((table) => ({ action, resource: tableArn(place, table) }));
  const resource = input.TableName === undefined ? '*' : tableArn(place, input.TableName, input.IndexName);
  return [{ action, resource }];
}

function sqsNeeds(operation: string, input: Input, { region, account }: Place): Need[] {
  const queue = input.QueueUrl ?? input.QueueName;
  const resource = queue === undefined ? '*' : `arn:aws:sqs:${region}:${account}:${lastPart(queue)}`;
  return [{ action: `sqs:${operation.replace(/Batch$/, '')}`, resource }];
}

/** Each entry is decided by itself, with its source and detail type as condition keys. */
function eventsNeeds(operation: string, input: Input, { region, account }: Place): Need[] {
  if (operation !== 'PutEvents') return [{ action: `events:${operation}`, resource: '*' }];
  return objects(input.Entries).map((entry) => ({
    action: 'events:PutEvents',
    resource: `arn:aws:events:${region}:${account}:event-bus/${lastPart(entry.EventBusName ?? 'default')}`,
    context: {
      'events:source': String(entry.Source ?? ''),
      'events:detail-type': String(entry.DetailType ?? ''),
    },
  }));
}

/** Calls that AWS accepts unsigned: they prove themselves by a password, code or token. */
const UNSIGNED_COGNITO = new Set([
  'ChangePassword',
  'ConfirmForgotPassword',
  'ConfirmSignUp',
  'DeleteUser',
  'ForgotPassword',
  'GetTokensFromRefreshToken',
  'GetUser',
  'GetUserAttributeVerificationCode',
  'GlobalSignOut',
  'InitiateAuth',
  'ResendConfirmationCode',
  'RespondToAuthChallenge',
  'RevokeToken',
  'SignUp',
  'UpdateUserAttributes',
  'VerifyUserAttribute',
]);

/** Whether the call may come without a signature. */
export const isUnsigned = (service: string, operation: string): boolean =>
  service === 'cognito-idp' && UNSIGNED_COGNITO.has(operation);

function cognitoNeeds(operation: string, input: Input, { region, account }: Place): Need[] {
  const pool = input.UserPoolId;
  const resource =
    pool === undefined ? '*' : `arn:aws:cognito-idp:${region}:${account}:userpool/${String(pool)}`;
  return [{ action: `cognito-idp:${operation}`, resource }];
}

function lambdaNeeds(_operation: string, input: Input, { region, account }: Place): Need[] {
  const name = String(input.FunctionName).replace(/^arn:.*:function:/, '');
  return [
    { action: 'lambda:InvokeFunction', resource: `arn:aws:lambda:${region}:${account}:function:${name}` },
  ];
}

/** A secret is named by its ARN here; a call by its bare name would have to know the end of the ARN. */
const secretNeeds = (operation: string, input: Input): Need[] => [
  { action: `secretsmanager:${operation}`, resource: String(input.SecretId ?? '*') },
];

const NEEDS: Readonly<Record<string, (operation: string, input: Input, place: Place) => Need[]>> = {
  dynamodb: dynamoDbNeeds,
  sqs: sqsNeeds,
  events: eventsNeeds,
  'cognito-idp': cognitoNeeds,
  lambda: lambdaNeeds,
  secretsmanager: secretNeeds,
};

/** Every permission that a call to an AWS API needs; `service` is its prefix in IAM actions. */
export function neededPermissions(service: string, operation: string, input: Input, place: Place): Need[] {
  return NEEDS[service]?.(operation, input, place) ?? [{ action: `${service}:${operation}`, resource: '*' }];
}
