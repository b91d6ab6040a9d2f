import {
  AdminAddUserToGroupCommand,
  AdminSetUserPasswordCommand,
  CreateGroupCommand,
  GetTokensFromRefreshTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { Database } from '../core/database.ts';
import { CLIENT_PROPERTIES, cloud, PASSWORD, refusal, user, useTestCloud } from './cognito.suite.ts';
import { Cognito } from './cognito.ts';

useTestCloud();

describe('tokens', () => {
  test('carry the claims of Cognito', async () => {
    await cloud.create(user, { email: `${user}@example.org`, email_verified: 'true', name: 'Nguyễn Văn An' });
    for (const GroupName of ['teacher', 'admin'])
      await cloud.sdk.send(
        new CreateGroupCommand({ UserPoolId: cloud.pool, GroupName, Precedence: GroupName.length }),
      );
    for (const GroupName of ['teacher', 'admin'])
      await cloud.sdk.send(new AdminAddUserToGroupCommand({ ...cloud.one(user), GroupName }));
    await cloud.sdk.send(
      new AdminSetUserPasswordCommand({ ...cloud.one(user), Password: PASSWORD, Permanent: true }),
    );
    const { AuthenticationResult: tokens } = await cloud.signIn(user);
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
    const tokens = await cloud.signedIn(user);
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
    await cloud.signedIn(user, { name: 'An', nickname: 'A' });
    const { AuthenticationResult: tokens } = await cloud.signIn(user, PASSWORD, 'short');
    expect(tokens?.ExpiresIn).toBe(300);
    const id = decodeJwt(tokens?.IdToken ?? '');
    expect(id.name).toBe('An');
    expect(id).not.toHaveProperty('nickname');
  });

  test('a refresh gives new tokens of the same session and shows new groups', async () => {
    const tokens = await cloud.signedIn(user);
    await cloud.sdk.send(new CreateGroupCommand({ UserPoolId: cloud.pool, GroupName: `g-${user}` }));
    await cloud.sdk.send(new AdminAddUserToGroupCommand({ ...cloud.one(user), GroupName: `g-${user}` }));
    cloud.time.now += 60_000;
    const { AuthenticationResult: next } = await cloud.refresh(tokens.refresh);
    const before = decodeJwt(tokens.access);
    const after = decodeJwt(next?.AccessToken ?? '');
    expect(next?.RefreshToken).toBeUndefined();
    expect(after).toMatchObject({ auth_time: before.auth_time, origin_jti: before.origin_jti });
    expect(after.iat).toBe((before.iat ?? 0) + 60);
    expect(after['cognito:groups']).toEqual([`g-${user}`]);
  });

  test('a refresh token ends after its validity, and works for its own client only', async () => {
    const tokens = await cloud.signedIn(user);
    cloud.cognito.ensureClient('other', CLIENT_PROPERTIES);
    const invalid = refusal('NotAuthorizedException', 'Invalid Refresh Token');
    await expect(cloud.refresh(tokens.refresh, 'other')).rejects.toEqual(invalid);
    cloud.time.now += 30 * 86_400_000 + 1000;
    await expect(cloud.refresh(tokens.refresh)).rejects.toEqual(invalid);
  });

  test('rotation replaces the refresh token; the old one lives for the grace period', async () => {
    cloud.cognito.ensureClient('rotating', {
      ...CLIENT_PROPERTIES,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    });
    await cloud.signedIn(user);
    const { AuthenticationResult: tokens } = await cloud.signIn(user, PASSWORD, 'rotating');
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
