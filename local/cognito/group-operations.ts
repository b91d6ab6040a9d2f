import * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';
import type { Group, Groups } from './groups.ts';
import { name, type Operations, oneUser, operation } from './operation.ts';
import type { Pool } from './settings.ts';
import type { User, Users } from './users.ts';

type Parts = {
  readonly users: Users;
  readonly groups: Groups;
  readonly pool: (id: string) => Pool;
};

/** The properties of AWS::Cognito::UserPoolGroup and the input of CreateGroup are the same. */
export const groupProperties = z.strictObject({
  UserPoolId: z.string(),
  GroupName: name,
  Description: z.string().max(2048).optional(),
  Precedence: z.number().int().min(0).optional(),
});

const membership = z.strictObject({ ...oneUser, GroupName: name });

const groupShape = (group: Group) => ({
  GroupName: group.name,
  UserPoolId: group.pool,
  Description: group.description ?? undefined,
  Precedence: group.precedence ?? undefined,
  CreationDate: group.created / 1000,
});

/** Groups and who is in them. The groups of a user come as one page: a user is in a handful. */
export function groupOperations({ users, groups, pool }: Parts): Operations {
  const member = (input: { UserPoolId: string; Username: string }): User =>
    users.require(pool(input.UserPoolId), input.Username);
  return {
    CreateGroup: operation(groupProperties, (input) => {
      const { id } = pool(input.UserPoolId);
      if (groups.find(id, input.GroupName))
        throw new AwsError('GroupExistsException', 'A group with the name already exists.');
      groups.ensure(id, input.GroupName, input.Description ?? null, input.Precedence ?? null);
      const created = groups.find(id, input.GroupName);
      return { Group: created && groupShape(created) };
    }),
    AdminAddUserToGroup: operation(membership, (input) => {
      groups.add(member(input), input.GroupName);
      return {};
    }),
    AdminRemoveUserFromGroup: operation(membership, (input) => {
      groups.remove(member(input), input.GroupName);
      return {};
    }),
    AdminListGroupsForUser: operation(z.strictObject(oneUser), (input) => ({
      Groups: groups.of(member(input)).map(groupShape),
    })),
  };
}
