import {
  AdminAddUserToGroupCommand,
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  ChangePasswordCommand,
  ConfirmSignUpCommand,
  CreateGroupCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Database } from '../core/database.ts';
import { CLIENT_PROPERTIES, POOL_PROPERTIES, startTestCloud, type TestCloud } from './cognito.suite.ts';
import { Cognito } from './cognito.ts';

const PASSWORD = 'Passw0rd!x';
const TEMPORARY = 'Temp0rary!';
const refusal = (name: string, message = '') =>
  expect.objectContaining({ name, message: expect.stringContaining(message) });

let cloud: TestCloud;
let serial = 0;
let user = '';

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => {
  serial += 1;
  user = `hv${serial}`;
});

const signIn = (name: string, password = PASSWORD, client = cloud.client) =>
  cloud.sdk.send(
    new InitiateAuthCommand({
      ClientId: client,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: name, PASSWORD: password },
    }),
  );
const refresh = (token: string | undefined, client = cloud.client) =>
  cloud.sdk.send(
    new InitiateAuthCommand({
      ClientId: client,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: token ?? '' },
    }),
  );
const one = () => ({ UserPoolId: cloud.pool, Username: user });

/** A confirmed user and the tokens of a first sign-in. */
async function signedIn(attributes: Record<string, string> = {}) {
  await create(attributes);
  await cloud.sdk.send(new AdminSetUserPasswordCommand({ ...one(), Password: PASSWORD, Permanent: true }));
  const { AuthenticationResult: tokens } = await signIn(user);
  return {
    access: tokens?.AccessToken ?? '',
    id: tokens?.IdToken ?? '',
    refresh: tokens?.RefreshToken ?? '',
  };
}
const create = (attributes: Record<string, string> = {}) =>
  cloud.sdk.send(
    new AdminCreateUserCommand({
      ...one(),
      TemporaryPassword: TEMPORARY,
      MessageAction: 'SUPPRESS',
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  );

describe('signing up', () => {
  const signUp = (Password: string, attributes = [{ Name: 'email', Value: `${user}@example.org` }]) =>
    cloud.sdk.send(
      new SignUpCommand({ ClientId: cloud.client, Username: user, Password, UserAttributes: attributes }),
    );

  test.each([
    ['Sh0rt!', 'Password not long enough'],
    ['alllowercase1!', 'Password must have uppercase characters'],
    ['ALLUPPERCASE1!', 'Password must have lowercase characters'],
    ['NoNumbersHere!', 'Password must have numeric characters'],
    ['NoSymbolsHere1', 'Password must have symbol characters'],
  ])('a password against the policy is refused: %s', async (weak, why) => {
    await expect(signUp(weak)).rejects.toEqual(refusal('InvalidPasswordException', why));
  });

  test('cannot sign in before confirming; the code that was sent confirms', async () => {
    await signUp(PASSWORD);
    await expect(signIn(user)).rejects.toEqual(refusal('UserNotConfirmedException'));
    const code = cloud.messages.at(-1)?.text.match(/\d{6}/)?.[0] ?? '';
    const confirm = (ConfirmationCode: string) =>
      cloud.sdk.send(new ConfirmSignUpCommand({ ClientId: cloud.client, Username: user, ConfirmationCode }));
    await expect(confirm(`${code}0`)).rejects.toEqual(refusal('CodeMismatchException'));
    await confirm(code);
    expect((await signIn(user)).AuthenticationResult?.AccessToken).toBeTruthy();
  });

  test('nobody can sign up with an address marked as verified', async () => {
    await signUp(PASSWORD, [
      { Name: 'email', Value: 'director@example.org' },
      { Name: 'email_verified', Value: 'true' },
    ]);
    await cloud.sdk.send(new AdminConfirmSignUpCommand(one()));
    await expect(signIn('director@example.org')).rejects.toEqual(refusal('NotAuthorizedException'));
  });

  test('a name can be taken once', async () => {
    await signUp(PASSWORD);
    await expect(signUp(PASSWORD)).rejects.toEqual(refusal('UsernameExistsException'));
  });

  test('a pool for administrators only refuses it', async () => {
    cloud.cognito.ensurePool('ap-southeast-1_Closed', {
      ...POOL_PROPERTIES,
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    cloud.cognito.ensureClient('closed', { ...CLIENT_PROPERTIES, UserPoolId: 'ap-southeast-1_Closed' });
    const send = cloud.sdk.send(
      new SignUpCommand({ ClientId: 'closed', Username: user, Password: PASSWORD }),
    );
    await expect(send).rejects.toEqual(refusal('NotAuthorizedException', 'SignUp is not permitted'));
  });
});

describe('signing in', () => {
  test('gives an access token, an ID token and a refresh token', async () => {
    const tokens = await signedIn();
    expect(tokens.access && tokens.id && tokens.refresh).toBeTruthy();
  });

  test('a wrong password and an unknown user look the same', async () => {
    await signedIn();
    const same = refusal('NotAuthorizedException', 'Incorrect username or password.');
    await expect(signIn(user, 'wrong')).rejects.toEqual(same);
    await expect(signIn('nobody', 'wrong')).rejects.toEqual(same);
  });

  test('a client in LEGACY mode names an unknown user', async () => {
    cloud.cognito.ensureClient('legacy', { ...CLIENT_PROPERTIES, PreventUserExistenceErrors: 'LEGACY' });
    await expect(signIn('nobody', 'wrong', 'legacy')).rejects.toEqual(refusal('UserNotFoundException'));
  });

  test('by preferred username, and by phone and e-mail once they are verified', async () => {
    const email = `${user}@Example.org`;
    const phone = `+849000000${serial}`;
    await signedIn({ preferred_username: `p-${user}`, email, phone_number: phone, email_verified: 'true' });
    await expect(signIn(`p-${user}`)).resolves.toBeTruthy();
    await expect(signIn(email.toLowerCase())).resolves.toBeTruthy();
    await expect(signIn(phone)).rejects.toEqual(refusal('NotAuthorizedException'));
    const verified = [{ Name: 'phone_number_verified', Value: 'true' }];
    await cloud.sdk.send(new AdminUpdateUserAttributesCommand({ ...one(), UserAttributes: verified }));
    await expect(signIn(phone)).resolves.toBeTruthy();
  });

  test('two users cannot share an alias', async () => {
    await create({ preferred_username: 'shared' });
    user = `${user}-b`;
    await expect(create({ preferred_username: 'shared' })).rejects.toEqual(refusal('AliasExistsException'));
    await expect(cloud.sdk.send(new AdminGetUserCommand(one()))).rejects.toEqual(
      refusal('UserNotFoundException'),
    );
  });

  test('a changed address is no longer verified', async () => {
    await signedIn({ email: `${user}@a.org`, email_verified: 'true' });
    const changed = [{ Name: 'email', Value: `${user}@b.org` }];
    await cloud.sdk.send(new AdminUpdateUserAttributesCommand({ ...one(), UserAttributes: changed }));
    await expect(signIn(`${user}@b.org`)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(signIn(`${user}@a.org`)).rejects.toEqual(refusal('NotAuthorizedException'));
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
    await expect(signIn('an@EXAMPLE.org', PASSWORD, 'mail')).resolves.toBeTruthy();
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
    await expect(signIn(user, PASSWORD, 'no-flow')).rejects.toEqual(
      refusal('InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled'),
    );
  });

  test('an operation that is not played is refused by name', async () => {
    const send = cloud.sdk.send(new ForgotPasswordCommand({ ClientId: cloud.client, Username: user }));
    await expect(send).rejects.toEqual(refusal('UnknownOperationException', 'ForgotPassword'));
  });
});

describe('the first password', () => {
  test('a temporary password leads to NEW_PASSWORD_REQUIRED, which signs in', async () => {
    await create();
    const challenge = await signIn(user, TEMPORARY);
    expect(challenge.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    const respond = (password: string) =>
      cloud.sdk.send(
        new RespondToAuthChallengeCommand({
          ClientId: cloud.client,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          Session: challenge.Session,
          ChallengeResponses: { USERNAME: user, NEW_PASSWORD: password },
        }),
      );
    await expect(respond('weak')).rejects.toEqual(refusal('InvalidPasswordException'));
    expect((await respond(PASSWORD)).AuthenticationResult?.IdToken).toBeTruthy();
    await expect(respond('Another1!x')).rejects.toEqual(refusal('NotAuthorizedException', 'Invalid session'));
    await expect(signIn(user, TEMPORARY)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(signIn(user)).resolves.toBeTruthy();
  });

  test("a challenge cannot be answered for another user, nor after the client's time", async () => {
    await create();
    const { Session } = await signIn(user, TEMPORARY);
    const respond = (USERNAME: string) =>
      cloud.sdk.send(
        new RespondToAuthChallengeCommand({
          ClientId: cloud.client,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          Session,
          ChallengeResponses: { USERNAME, NEW_PASSWORD: PASSWORD },
        }),
      );
    const victim = user;
    user = `${user}-b`;
    await create();
    await expect(respond(user)).rejects.toEqual(refusal('NotAuthorizedException'));
    cloud.time.now += 181_000;
    await expect(respond(victim)).rejects.toEqual(refusal('NotAuthorizedException'));
  });

  test('a temporary password expires after seven days', async () => {
    await create();
    cloud.time.now += 7 * 86_400_000 + 1;
    await expect(signIn(user, TEMPORARY)).rejects.toEqual(
      refusal('NotAuthorizedException', 'Temporary password has expired'),
    );
  });

  test('without SUPPRESS the generated password is sent and works', async () => {
    await cloud.sdk.send(new AdminCreateUserCommand(one()));
    const sent = cloud.messages.at(-1)?.text.split(' ').at(-1);
    expect((await signIn(user, sent)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  });
});

describe('tokens', () => {
  test('carry the claims of Cognito', async () => {
    await create({ email: `${user}@example.org`, email_verified: 'true', name: 'Nguyễn Văn An' });
    for (const GroupName of ['teacher', 'admin'])
      await cloud.sdk.send(
        new CreateGroupCommand({ UserPoolId: cloud.pool, GroupName, Precedence: GroupName.length }),
      );
    for (const GroupName of ['teacher', 'admin'])
      await cloud.sdk.send(new AdminAddUserToGroupCommand({ ...one(), GroupName }));
    await cloud.sdk.send(new AdminSetUserPasswordCommand({ ...one(), Password: PASSWORD, Permanent: true }));
    const { AuthenticationResult: tokens } = await signIn(user);
    const access = decodeJwt(tokens?.AccessToken ?? '');
    const id = decodeJwt(tokens?.IdToken ?? '');
    const issuer = `https://cognito-idp.ap-southeast-1.amazonaws.com/${cloud.pool}`;
    expect(access).toMatchObject({
      iss: issuer,
      client_id: cloud.client,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username: user,
      'cognito:groups': ['admin', 'teacher'],
    });
    expect(access).not.toHaveProperty('aud');
    expect(id).toMatchObject({
      iss: issuer,
      aud: cloud.client,
      token_use: 'id',
      'cognito:username': user,
      'cognito:groups': ['admin', 'teacher'],
      email: `${user}@example.org`,
      email_verified: true,
      name: 'Nguyễn Văn An',
      sub: access.sub,
      origin_jti: access.origin_jti,
    });
    expect((access.exp ?? 0) - (access.iat ?? 0)).toBe(3600);
  });

  test('verify against the published keys; the key survives a restart', async () => {
    const tokens = await signedIn();
    const keys = createRemoteJWKSet(new URL(`${cloud.endpoint}/${cloud.pool}/.well-known/jwks.json`));
    const now = { currentDate: new Date(cloud.time.now) };
    expect((await jwtVerify(tokens.access, keys, now)).protectedHeader.alg).toBe('RS256');
    await expect(jwtVerify(tokens.id, keys, { ...now, audience: cloud.client })).resolves.toBeTruthy();
    const db = new Database(':memory:');
    const first = new Cognito({ db, clock: { now: () => 0, delay: (ms) => ms }, region: 'r' }).jwks();
    const second = new Cognito({ db, clock: { now: () => 0, delay: (ms) => ms }, region: 'r' }).jwks();
    expect(second).toEqual(first);
  });

  test('openid-configuration names issuer and keys', async () => {
    const answer = await fetch(`${cloud.endpoint}/${cloud.pool}/.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({ issuer: expect.any(String), jwks_uri: expect.any(String) });
  });

  test('validity and readable attributes follow the client', async () => {
    cloud.cognito.ensureClient('short', {
      ...CLIENT_PROPERTIES,
      AccessTokenValidity: 5,
      TokenValidityUnits: { AccessToken: 'minutes' },
      ReadAttributes: ['name'],
    });
    await signedIn({ name: 'An', nickname: 'A' });
    const { AuthenticationResult: tokens } = await signIn(user, PASSWORD, 'short');
    expect(tokens?.ExpiresIn).toBe(300);
    const id = decodeJwt(tokens?.IdToken ?? '');
    expect(id.name).toBe('An');
    expect(id).not.toHaveProperty('nickname');
  });

  test('a refresh gives new tokens of the same session and shows new groups', async () => {
    const tokens = await signedIn();
    await cloud.sdk.send(new CreateGroupCommand({ UserPoolId: cloud.pool, GroupName: `g${serial}` }));
    await cloud.sdk.send(new AdminAddUserToGroupCommand({ ...one(), GroupName: `g${serial}` }));
    cloud.time.now += 60_000;
    const { AuthenticationResult: next } = await refresh(tokens.refresh);
    const before = decodeJwt(tokens.access);
    const after = decodeJwt(next?.AccessToken ?? '');
    expect(next?.RefreshToken).toBeUndefined();
    expect(after).toMatchObject({ auth_time: before.auth_time, origin_jti: before.origin_jti });
    expect(after.iat).toBe((before.iat ?? 0) + 60);
    expect(after['cognito:groups']).toEqual([`g${serial}`]);
  });

  test('a refresh token ends after its validity, and works for its own client only', async () => {
    const tokens = await signedIn();
    cloud.cognito.ensureClient('other', CLIENT_PROPERTIES);
    const invalid = refusal('NotAuthorizedException', 'Invalid Refresh Token');
    await expect(refresh(tokens.refresh, 'other')).rejects.toEqual(invalid);
    cloud.time.now += 30 * 86_400_000 + 1000;
    await expect(refresh(tokens.refresh)).rejects.toEqual(invalid);
  });

  test('rotation replaces the refresh token; the old one lives for the grace period', async () => {
    cloud.cognito.ensureClient('rotating', {
      ...CLIENT_PROPERTIES,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    });
    await signedIn();
    const { AuthenticationResult: tokens } = await signIn(user, PASSWORD, 'rotating');
    const rotate = (RefreshToken: string | undefined) =>
      cloud.sdk.send(new GetTokensFromRefreshTokenCommand({ ClientId: 'rotating', RefreshToken }));
    const { AuthenticationResult: next } = await rotate(tokens?.RefreshToken);
    expect(next?.RefreshToken).not.toBe(tokens?.RefreshToken);
    cloud.time.now += 9_000;
    await expect(rotate(tokens?.RefreshToken)).resolves.toBeTruthy();
    cloud.time.now += 11_000;
    await expect(rotate(tokens?.RefreshToken)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(rotate(next?.RefreshToken)).resolves.toBeTruthy();
  });
});

describe('revocation', () => {
  const getUser = (AccessToken: string) => cloud.sdk.send(new GetUserCommand({ AccessToken }));
  const revoked = refusal('NotAuthorizedException', 'revoked');

  test('RevokeToken ends that session and no other', async () => {
    const first = await signedIn();
    const { AuthenticationResult: second } = await signIn(user);
    await cloud.sdk.send(new RevokeTokenCommand({ ClientId: cloud.client, Token: first.refresh }));
    await expect(refresh(first.refresh)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(getUser(first.access)).rejects.toEqual(revoked);
    await expect(getUser(second?.AccessToken ?? '')).resolves.toBeTruthy();
  });

  test.each([
    ['GlobalSignOut', (access: string) => new GlobalSignOutCommand({ AccessToken: access })],
    ['AdminUserGlobalSignOut', () => new AdminUserGlobalSignOutCommand(one())],
    ['AdminDisableUser', () => new AdminDisableUserCommand(one())],
  ])('%s ends every session', async (_, command) => {
    const first = await signedIn();
    const { AuthenticationResult: second } = await signIn(user);
    await cloud.sdk.send(command(first.access) as GlobalSignOutCommand);
    for (const token of [first.refresh, second?.RefreshToken])
      await expect(refresh(token)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(getUser(second?.AccessToken ?? '')).rejects.toEqual(revoked);
  });

  test('a disabled user cannot sign in until enabled', async () => {
    await signedIn();
    await cloud.sdk.send(new AdminDisableUserCommand(one()));
    await expect(signIn(user)).rejects.toEqual(refusal('NotAuthorizedException', 'User is disabled.'));
    await cloud.sdk.send(new AdminEnableUserCommand(one()));
    await expect(signIn(user)).resolves.toBeTruthy();
  });

  test('a deleted user is gone with groups and tokens', async () => {
    const tokens = await signedIn();
    await cloud.sdk.send(new AdminDeleteUserCommand(one()));
    await expect(refresh(tokens.refresh)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(cloud.sdk.send(new AdminGetUserCommand(one()))).rejects.toEqual(
      refusal('UserNotFoundException'),
    );
    await expect(create()).resolves.toBeTruthy();
  });

  test('an ID token, a foreign token and an expired token are not access tokens', async () => {
    const tokens = await signedIn();
    const invalid = refusal('NotAuthorizedException', 'Invalid Access Token');
    await expect(getUser(tokens.id)).rejects.toEqual(invalid);
    await expect(getUser(`${tokens.access.slice(0, -4)}AAAA`)).rejects.toEqual(invalid);
    cloud.time.now += 3_601_000;
    await expect(getUser(tokens.access)).rejects.toEqual(invalid);
  });
});

describe('lockout', () => {
  test('the fifth failure locks for 1 s, each further one doubles it, success clears it', async () => {
    await signedIn();
    const exceeded = refusal('NotAuthorizedException', 'Password attempts exceeded');
    const wrong = refusal('NotAuthorizedException', 'Incorrect username or password.');
    for (let n = 1; n <= 5; n += 1) await expect(signIn(user, 'wrong')).rejects.toEqual(wrong);
    await expect(signIn(user)).rejects.toEqual(exceeded);
    cloud.time.now += 1000;
    await expect(signIn(user, 'wrong')).rejects.toEqual(wrong);
    cloud.time.now += 1999;
    await expect(signIn(user)).rejects.toEqual(exceeded);
    cloud.time.now += 1;
    await expect(signIn(user)).resolves.toBeTruthy();
    await expect(signIn(user, 'wrong')).rejects.toEqual(wrong);
    await expect(signIn(user)).resolves.toBeTruthy();
    expect(cloud.cognito.recentSignIns(3).map((line) => line.result)).toEqual([
      'signed-in',
      'wrong-password',
      'signed-in',
    ]);
  });

  test('an unknown name locks alike, and guesses at once do not slip past', async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => signIn('ghost', 'wrong')));
    const messages = results.map((r) =>
      r.status === 'rejected' ? (r.reason as Error).message : 'signed in',
    );
    expect(messages.filter((m) => m === 'Password attempts exceeded')).toHaveLength(3);
  });
});

describe('accounts', () => {
  test('GetUser shows the attributes', async () => {
    const tokens = await signedIn({ email: `${user}@example.org` });
    const shown = await cloud.sdk.send(new GetUserCommand({ AccessToken: tokens.access }));
    expect(shown.UserAttributes).toContainEqual({ Name: 'email', Value: `${user}@example.org` });
  });

  test('ChangePassword asks for the old password', async () => {
    const tokens = await signedIn();
    const change = (PreviousPassword: string) =>
      cloud.sdk.send(
        new ChangePasswordCommand({
          AccessToken: tokens.access,
          PreviousPassword,
          ProposedPassword: 'Changed1!x',
        }),
      );
    await expect(change('wrong')).rejects.toEqual(refusal('NotAuthorizedException'));
    await change(PASSWORD);
    await expect(signIn(user)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(signIn(user, 'Changed1!x')).resolves.toBeTruthy();
  });

  test('groups are joined and left; an unknown group is refused', async () => {
    await create();
    const GroupName = `class-${serial}`;
    const add = () => cloud.sdk.send(new AdminAddUserToGroupCommand({ ...one(), GroupName }));
    await expect(add()).rejects.toEqual(refusal('ResourceNotFoundException', 'Group not found.'));
    cloud.cognito.ensureGroup({ UserPoolId: cloud.pool, GroupName, Description: 'class' });
    await add();
    const listed = await cloud.sdk.send(new ListUsersInGroupCommand({ UserPoolId: cloud.pool, GroupName }));
    expect(listed.Users?.map((u) => u.Username)).toEqual([user]);
    await cloud.sdk.send(new AdminRemoveUserFromGroupCommand({ ...one(), GroupName }));
    expect((await cloud.sdk.send(new AdminListGroupsForUserCommand(one()))).Groups).toEqual([]);
    const again = cloud.sdk.send(new CreateGroupCommand({ UserPoolId: cloud.pool, GroupName }));
    await expect(again).rejects.toEqual(refusal('GroupExistsException'));
  });

  test('ListUsers filters and pages', async () => {
    const prefix = `page${serial}`;
    for (const letter of ['a', 'b', 'c']) {
      user = `${prefix}${letter}`;
      await create({ name: prefix });
    }
    const found = await cloud.sdk.send(
      new ListUsersCommand({ UserPoolId: cloud.pool, Filter: `name = "${prefix}"` }),
    );
    expect(found.Users?.map((u) => u.Username)).toEqual([`${prefix}a`, `${prefix}b`, `${prefix}c`]);
    const seen: (string | undefined)[] = [];
    let PaginationToken: string | undefined;
    do {
      const next = await cloud.sdk.send(
        new ListUsersCommand({ UserPoolId: cloud.pool, Limit: 2, PaginationToken }),
      );
      seen.push(...(next.Users ?? []).map((u) => u.Username));
      PaginationToken = next.PaginationToken;
    } while (PaginationToken);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(`${prefix}c`);
    const bad = cloud.sdk.send(new ListUsersCommand({ UserPoolId: cloud.pool, Filter: 'shoe = "41"' }));
    await expect(bad).rejects.toEqual(refusal('InvalidParameterException', 'filter'));
  });
});

describe('the template', () => {
  test.each([
    [{ MfaConfiguration: 'ON' }, 'MfaConfiguration'],
    [{ LambdaConfig: { PreSignUp: 'arn' } }, 'LambdaConfig'],
  ])('what cannot be played stops the declaration: %o', (properties, property) => {
    expect(() => cloud.cognito.ensurePool('p', properties)).toThrow(property);
  });

  test('a client of an unknown pool stops it too', () => {
    expect(() => cloud.cognito.ensureClient('c', { UserPoolId: 'nowhere' })).toThrow('nowhere');
  });
});
