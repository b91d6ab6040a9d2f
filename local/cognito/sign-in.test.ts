import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { lockMilliseconds } from './attempts.ts';
import {
  CLIENT_PROPERTIES,
  cloud,
  PASSWORD,
  POOL_PROPERTIES,
  refusal,
  user,
  useTestCloud,
} from './cognito.suite.ts';

useTestCloud();

describe('signing in', () => {
  test('gives an access token, an ID token and a refresh token', async () => {
    const tokens = await cloud.signedIn(user);
    expect(tokens.access && tokens.id && tokens.refresh).toBeTruthy();
  });

  test('a wrong password and an unknown user look the same', async () => {
    await cloud.signedIn(user);
    const same = refusal('NotAuthorizedException', 'Incorrect username or password.');
    await expect(cloud.signIn(user, 'wrong')).rejects.toEqual(same);
    await expect(cloud.signIn('nobody', 'wrong')).rejects.toEqual(same);
  });

  test('a client in LEGACY mode names an unknown user', async () => {
    cloud.cognito.ensureClient('legacy', { ...CLIENT_PROPERTIES, PreventUserExistenceErrors: 'LEGACY' });
    await expect(cloud.signIn('nobody', 'wrong', 'legacy')).rejects.toEqual(refusal('UserNotFoundException'));
  });

  test('by preferred username, and by phone and e-mail once they are verified', async () => {
    const email = `${user}@Example.org`;
    const phone = `+849000000${user.slice(2)}`;
    await cloud.signedIn(user, {
      preferred_username: `p-${user}`,
      email,
      phone_number: phone,
      email_verified: 'true',
    });
    await expect(cloud.signIn(`p-${user}`)).resolves.toBeTruthy();
    await expect(cloud.signIn(email.toLowerCase())).resolves.toBeTruthy();
    await expect(cloud.signIn(phone)).rejects.toEqual(refusal('NotAuthorizedException'));
    const verified = [{ Name: 'phone_number_verified', Value: 'true' }];
    await cloud.sdk.send(
      new AdminUpdateUserAttributesCommand({ ...cloud.one(user), UserAttributes: verified }),
    );
    await expect(cloud.signIn(phone)).resolves.toBeTruthy();
  });

  test('two users cannot share an alias', async () => {
    await cloud.create(user, { preferred_username: 'shared' });
    const other = `${user}-b`;
    await expect(cloud.create(other, { preferred_username: 'shared' })).rejects.toEqual(
      refusal('AliasExistsException'),
    );
    await expect(cloud.sdk.send(new AdminGetUserCommand(cloud.one(other)))).rejects.toEqual(
      refusal('UserNotFoundException'),
    );
  });

  test('a changed address is no longer verified', async () => {
    await cloud.signedIn(user, { email: `${user}@a.org`, email_verified: 'true' });
    const changed = [{ Name: 'email', Value: `${user}@b.org` }];
    await cloud.sdk.send(
      new AdminUpdateUserAttributesCommand({ ...cloud.one(user), UserAttributes: changed }),
    );
    await expect(cloud.signIn(`${user}@b.org`)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(cloud.signIn(`${user}@a.org`)).rejects.toEqual(refusal('NotAuthorizedException'));
  });

  test('a pool that signs in by e-mail makes the username itself', async () => {
    const id = 'ap-southeast-1_Mail';
    const { AliasAttributes: _, ...rest } = POOL_PROPERTIES;
    cloud.cognito.ensurePool(id, { ...rest, UsernameAttributes: ['email'] });
    cloud.cognito.ensureClient('mail', { ...CLIENT_PROPERTIES, UserPoolId: id });
    const given = { UserPoolId: id, Username: 'An@example.org', MessageAction: 'SUPPRESS' as const };
    const { User } = await cloud.sdk.send(new AdminCreateUserCommand(given));
    expect(User?.Username).toBe(User?.Attributes?.find((a) => a.Name === 'sub')?.Value);
    const password = new AdminSetUserPasswordCommand({
      UserPoolId: id,
      Username: 'an@example.org',
      Password: PASSWORD,
      Permanent: true,
    });
    await cloud.sdk.send(password);
    await expect(cloud.signIn('an@EXAMPLE.org', PASSWORD, 'mail')).resolves.toBeTruthy();
    await expect(cloud.sdk.send(new AdminCreateUserCommand(given))).rejects.toEqual(
      refusal('UsernameExistsException'),
    );
  });

  test.each(['USER_SRP_AUTH', 'CUSTOM_AUTH'] as const)('%s is refused by name', async (AuthFlow) => {
    const send = cloud.sdk.send(
      new InitiateAuthCommand({ ClientId: cloud.client, AuthFlow, AuthParameters: {} }),
    );
    await expect(send).rejects.toEqual(refusal('InvalidParameterException', AuthFlow));
  });

  test('a flow that the client does not allow is refused', async () => {
    cloud.cognito.ensureClient('no-flow', { ...CLIENT_PROPERTIES, ExplicitAuthFlows: [] });
    await expect(cloud.signIn(user, PASSWORD, 'no-flow')).rejects.toEqual(
      refusal('InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled'),
    );
  });

  test('an operation that is not played is refused by name', async () => {
    const send = cloud.sdk.send(new ForgotPasswordCommand({ ClientId: cloud.client, Username: user }));
    await expect(send).rejects.toEqual(refusal('UnknownOperationException', 'ForgotPassword'));
  });
});

describe('lockout', () => {
  test.each([
    [4, 0],
    [5, 1000],
    [6, 2000],
    [14, 512_000],
    [15, 900_000],
    [2000, 900_000],
  ])('%i failures lock for %i ms', (failures, ms) => {
    expect(lockMilliseconds(failures)).toBe(ms);
  });

  test('the fifth failure locks for 1 s, each further one doubles it, success clears it', async () => {
    await cloud.signedIn(user);
    const exceeded = refusal('NotAuthorizedException', 'Password attempts exceeded');
    const wrong = refusal('NotAuthorizedException', 'Incorrect username or password.');
    for (let n = 1; n <= 5; n += 1) await expect(cloud.signIn(user, 'wrong')).rejects.toEqual(wrong);
    await expect(cloud.signIn(user)).rejects.toEqual(exceeded);
    cloud.time.now += 1000;
    await expect(cloud.signIn(user, 'wrong')).rejects.toEqual(wrong);
    cloud.time.now += 1999;
    await expect(cloud.signIn(user)).rejects.toEqual(exceeded);
    cloud.time.now += 1;
    await expect(cloud.signIn(user)).resolves.toBeTruthy();
    await expect(cloud.signIn(user, 'wrong')).rejects.toEqual(wrong);
    await expect(cloud.signIn(user)).resolves.toBeTruthy();
    expect(cloud.cognito.recentSignIns(3).map((line) => line.result)).toEqual([
      'signed-in',
      'wrong-password',
      'signed-in',
    ]);
  });

  test('an unknown name locks alike, and guesses at once do not slip past', async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => cloud.signIn('ghost', 'wrong')));
    const messages = results.map((r) =>
      r.status === 'rejected' ? (r.reason as Error).message : 'signed in',
    );
    expect(messages.filter((m) => m === 'Password attempts exceeded')).toHaveLength(3);
  });
});
