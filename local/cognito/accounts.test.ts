import {
  AdminAddUserToGroupCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  ChangePasswordCommand,
  CreateGroupCommand,
  GetUserCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { cloud, PASSWORD, refusal, user, useTestCloud } from './cognito.suite.ts';

useTestCloud();

describe('accounts', () => {
  test('GetUser shows the attributes', async () => {
    const tokens = await cloud.signedIn(user, { email: `${user}@example.org` });
    const shown = await cloud.sdk.send(new GetUserCommand({ AccessToken: tokens.access }));
    expect(shown.UserAttributes).toContainEqual({ Name: 'email', Value: `${user}@example.org` });
  });

  test('ChangePassword asks for the old password', async () => {
    const tokens = await cloud.signedIn(user);
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
    await expect(cloud.signIn(user)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(cloud.signIn(user, 'Changed1!x')).resolves.toBeTruthy();
  });

  test('groups are joined and left; an unknown group is refused', async () => {
    await cloud.create(user);
    const GroupName = `class-${user}`;
    const add = () => cloud.sdk.send(new AdminAddUserToGroupCommand({ ...cloud.one(user), GroupName }));
    await expect(add()).rejects.toEqual(refusal('ResourceNotFoundException', 'Group not found.'));
    cloud.cognito.ensureGroup({ UserPoolId: cloud.pool, GroupName, Description: 'class' });
    await add();
    const listed = await cloud.sdk.send(new ListUsersInGroupCommand({ UserPoolId: cloud.pool, GroupName }));
    expect(listed.Users?.map((u) => u.Username)).toEqual([user]);
    await cloud.sdk.send(new AdminRemoveUserFromGroupCommand({ ...cloud.one(user), GroupName }));
    expect((await cloud.sdk.send(new AdminListGroupsForUserCommand(cloud.one(user)))).Groups).toEqual([]);
    const again = cloud.sdk.send(new CreateGroupCommand({ UserPoolId: cloud.pool, GroupName }));
    await expect(again).rejects.toEqual(refusal('GroupExistsException'));
  });

  test('ListUsers filters and pages', async () => {
    const prefix = `page-${user}`;
    for (const letter of ['a', 'b', 'c']) await cloud.create(`${prefix}${letter}`, { name: prefix });
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
