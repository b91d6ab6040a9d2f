import { expect, it } from 'vitest';
import { AwsError } from '../core/aws-error.ts';
import type { HttpRequest } from '../http-api/exchange.ts';
import { signInOrigin } from './sign-in-origin.ts';

const calls: [string, unknown][] = [];
const origin = signInOrigin(
  {
    call: async (operation, input) => {
      calls.push([operation, input]);
      if (operation === 'RevokeToken') throw new AwsError('NotAuthorizedException', 'no');
      return { AuthenticationResult: {} };
    },
  },
  () => {},
);

async function* chunks(text: string) {
  yield Buffer.from(text);
}
const ask = async (operation: string | undefined, body: string, method = 'POST') => {
  const target = operation && { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` };
  const request: HttpRequest = {
    ...{ method, url: '/', sourceIp: '127.0.0.1', body: chunks(body) },
    headers: { 'content-type': 'application/x-amz-json-1.1', ...target },
  };
  const { status, body: answer } = await origin(request);
  return { status, ...(JSON.parse(String(answer)) as object) };
};

it('passes on what a page may ask without a signature, with the pool’s own refusals', async () => {
  expect(await ask('InitiateAuth', '{"ClientId":"c"}')).toEqual({ status: 200, AuthenticationResult: {} });
  expect(calls).toEqual([['InitiateAuth', { ClientId: 'c' }]]);
  expect(await ask('RevokeToken', '{}')).toMatchObject({ status: 400, __type: 'NotAuthorizedException' });
});

it('takes no administration, nothing without an operation and nothing long, and calls no pool for it', async () => {
  calls.length = 0;
  for (const operation of ['AdminCreateUser', 'AdminSetUserPassword', 'ListUsers'])
    expect(await ask(operation, '{}')).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  expect(await ask(undefined, '{}')).toMatchObject({ status: 400 });
  expect(await ask('InitiateAuth', '', 'GET')).toMatchObject({ status: 400 });
  expect(await ask('InitiateAuth', ' '.repeat(64 * 1024 + 1))).toMatchObject({ status: 413 });
  expect(calls).toEqual([]);
});
