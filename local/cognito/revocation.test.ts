import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { cloud, refusal, user, useTestCloud } from './cognito.suite.ts';

useTestCloud();

describe('revocation', () => {
  const getUser = (AccessToken: string) => cloud.sdk.send(new GetUserCommand({ AccessToken }));
  const revoked = refusal('NotAuthorizedException', 'revoked');

  test('RevokeToken ends that session and no other', async () => {
    const first = await cloud.signedIn(user);
    const { AuthenticationResult: second } = await cloud.signIn(user);
    await cloud.sdk.send(new RevokeTokenCommand({ ClientId: cloud.client, Token: first.refresh }));
    await expect(cloud.refresh(first.refresh)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(getUser(first.access)).rejects.toEqual(revoked);
    await expect(getUser(second?.AccessToken ?? '')).resolves.toBeTruthy();
  });

  test.each([
    ['GlobalSignOut', (access: string) => new GlobalSignOutCommand({ AccessToken: access })],
    ['AdminUserGlobalSignOut', () => new AdminUserGlobalSignOutCommand(cloud.one(user))],
    ['AdminDisableUser', () => new AdminDisableUserCommand(cloud.one(user))],
  ])('%s ends every session', async (_, command) => {
    const first = await cloud.signedIn(user);
    const { AuthenticationResult: second } = await cloud.signIn(user);
    await cloud.sdk.send(command(first.access) as GlobalSignOutCommand);
    for (const token of [first.refresh, second?.RefreshToken])
      await expect(cloud.refresh(token)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(getUser(second?.AccessToken ?? '')).rejects.toEqual(revoked);
  });

  test('a disabled user cannot sign in until enabled', async () => {
    await cloud.signedIn(user);
    await cloud.sdk.send(new AdminDisableUserCommand(cloud.one(user)));
    await expect(cloud.signIn(user)).rejects.toEqual(refusal('NotAuthorizedException', 'User is disabled.'));
    await cloud.sdk.send(new AdminEnableUserCommand(cloud.one(user)));
    await expect(cloud.signIn(user)).resolves.toBeTruthy();
  });

  test('a deleted user is gone with groups and tokens', async () => {
    const tokens = await cloud.signedIn(user);
    await cloud.sdk.send(new AdminDeleteUserCommand(cloud.one(user)));
    await expect(cloud.refresh(tokens.refresh)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(cloud.sdk.send(new AdminGetUserCommand(cloud.one(user)))).rejects.toEqual(
      refusal('UserNotFoundException'),
    );
    await expect(cloud.create(user)).resolves.toBeTruthy();
  });

  test('an ID token, a foreign token and an expired token are not access tokens', async () => {
    const tokens = await cloud.signedIn(user);
    const invalid = refusal('NotAuthorizedException', 'Invalid Access Token');
    await expect(getUser(tokens.id)).rejects.toEqual(invalid);
    await expect(getUser(`${tokens.access.slice(0, -4)}AAAA`)).rejects.toEqual(invalid);
    cloud.time.now += 3_601_000;
    await expect(getUser(tokens.access)).rejects.toEqual(invalid);
  });
});
