import * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';
import { contactOf, type Message } from './account-operations.ts';
import type { Groups } from './groups.ts';
import {
  attributeList,
  name,
  type Operation,
  type Operations,
  oneUser,
  operation,
  password,
} from './operation.ts';
import { type Passwords, requirePolicy, temporaryPassword } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import type { Pool } from './settings.ts';
import { attributesOf, nextPage, pageStart, userFilter, userShape } from './user-shapes.ts';
import type { User, Users } from './users.ts';

type Parts = {
  readonly users: Users;
  readonly passwords: Passwords;
  readonly groups: Groups;
  readonly sessions: Sessions;
  readonly pool: (id: string) => Pool;
  readonly deliver: (message: Message) => void;
};

const createUser = z.strictObject({
  ...oneUser,
  TemporaryPassword: password.optional(),
  UserAttributes: attributeList,
  MessageAction: z.enum(['SUPPRESS', 'RESEND']).optional(),
  DesiredDeliveryMediums: z.array(z.enum(['SMS', 'EMAIL'])).optional(),
});

const setPassword = z.strictObject({ ...oneUser, Password: password, Permanent: z.boolean().default(false) });

const listUsers = z.strictObject({
  UserPoolId: z.string(),
  Limit: z.number().int().min(1).max(60).default(60),
  Filter: z.string().max(256).default(''),
  PaginationToken: z.string().optional(),
});

const page = { Limit: z.number().int().min(1).max(60).default(60), NextToken: z.string().optional() };
const usersInGroup = z.strictObject({ UserPoolId: z.string(), GroupName: name, ...page });

/** What staff do with another's account. */
export function adminOperations(parts: Parts): Operations {
  const onUser = (run: (user: User, pool: Pool) => unknown): Operation =>
    operation(z.strictObject(oneUser), (input) => {
      const pool = parts.pool(input.UserPoolId);
      return run(parts.users.require(pool, input.Username), pool) ?? {};
    });
  return {
    ...listOperations(parts),
    AdminCreateUser: operation(createUser, (input) => adminCreateUser(parts, input)),
    AdminSetUserPassword: operation(setPassword, async (input) => {
      const pool = parts.pool(input.UserPoolId);
      const user = parts.users.require(pool, input.Username);
      requirePolicy(pool.policy, input.Password);
      const status = input.Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
      parts.users.change(user, { password: await parts.passwords.hash(input.Password), status });
      parts.sessions.answered(user);
      return {};
    }),
    AdminGetUser: onUser((user) => {
      const { Attributes: _, ...shape } = userShape(user);
      return { ...shape, UserAttributes: attributesOf(user) };
    }),
    AdminConfirmSignUp: onUser((user) => parts.users.change(user, { status: 'CONFIRMED', code: null })),
    AdminEnableUser: onUser((user) => parts.users.change(user, { enabled: true })),
    AdminDisableUser: onUser((user) => {
      parts.users.change(user, { enabled: false });
      parts.sessions.revokeAll(user);
    }),
    AdminUserGlobalSignOut: onUser((user) => parts.sessions.revokeAll(user)),
    AdminDeleteUser: onUser((user) => {
      parts.sessions.revokeAll(user);
      parts.sessions.answered(user);
      parts.groups.removeFromAll(user);
      parts.users.remove(user);
    }),
    AdminUpdateUserAttributes: operation(
      z.strictObject({ ...oneUser, UserAttributes: attributeList }),
      (input) => {
        const pool = parts.pool(input.UserPoolId);
        parts.users.setAttributes(pool, parts.users.require(pool, input.Username), input.UserAttributes);
        return {};
      },
    ),
  };
}

const listOperations = (parts: Parts): Operations => ({
  ListUsers: operation(listUsers, (input) => {
    const matches = userFilter(input.Filter);
    const users = parts.users.list(
      parts.pool(input.UserPoolId),
      pageStart(input.PaginationToken),
      input.Limit,
    );
    const PaginationToken = nextPage(
      users.map((user) => user.username),
      input.Limit,
    );
    return { Users: users.filter(matches).map(userShape), PaginationToken };
  }),
  ListUsersInGroup: operation(usersInGroup, (input) => {
    const pool = parts.pool(input.UserPoolId);
    const names = parts.groups.members(pool.id, input.GroupName, pageStart(input.NextToken), input.Limit);
    const users = names.map((username) => parts.users.require(pool, username));
    return { Users: users.map(userShape), NextToken: nextPage(names, input.Limit) };
  }),
});

async function adminCreateUser(parts: Parts, input: z.output<typeof createUser>): Promise<unknown> {
  const pool = parts.pool(input.UserPoolId);
  if (input.MessageAction === 'RESEND')
    throw new AwsError('InvalidParameterException', 'MessageAction RESEND is not played by the local cloud.');
  const given = input.TemporaryPassword ?? temporaryPassword(pool.policy);
  requirePolicy(pool.policy, given);
  const user = parts.users.create(pool, input.Username, input.UserAttributes, {
    password: await parts.passwords.hash(given),
    status: 'FORCE_CHANGE_PASSWORD',
    code: null,
  });
  if (input.MessageAction !== 'SUPPRESS')
    parts.deliver({ destination: contactOf(user).destination, text: `Your temporary password is ${given}` });
  return { User: userShape(user) };
}
