import * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';
import type { User } from './users.ts';

type Attribute = { readonly Name: string; readonly Value: string };

export const attributesOf = (user: User): Attribute[] =>
  Object.entries(user.attributes).map(([Name, Value]) => ({ Name, Value }));

/** Cognito's UserType. Dates are epoch seconds on the wire. */
export const userShape = (user: User) => ({
  Username: user.username,
  Attributes: attributesOf(user),
  UserCreateDate: user.created / 1000,
  UserLastModifiedDate: user.modified / 1000,
  Enabled: user.enabled,
  UserStatus: user.status,
});

/** The attributes that ListUsers can filter by, other than the user's state. */
const FILTERABLE = z.enum([
  'sub',
  'username',
  'email',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'preferred_username',
  'cognito:user_status',
  'status',
]);

const FILTER = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/;

/** Reads ListUsers' filter, for example `email ^= "an"`; InvalidParameterException when it is not one. */
export function userFilter(text: string): (user: User) => boolean {
  if (text === '') return () => true;
  const [, attribute, comparison, quoted = ''] = FILTER.exec(text) ?? [];
  const known = FILTERABLE.safeParse(attribute);
  if (!known.success) throw new AwsError('InvalidParameterException', `Error while parsing filter: ${text}`);
  const wanted = quoted.replace(/\\(.)/g, '$1');
  return (user) => {
    const value = filterValue(user, known.data);
    return comparison === '=' ? value === wanted : value.startsWith(wanted);
  };
}

function filterValue(user: User, attribute: z.infer<typeof FILTERABLE>): string {
  if (attribute === 'username') return user.username;
  if (attribute === 'cognito:user_status') return user.status;
  if (attribute === 'status') return user.enabled ? 'Enabled' : 'Disabled';
  return user.attributes[attribute] ?? '';
}

const encode = (username: string): string => Buffer.from(username).toString('base64url');
/** The username after which a page starts; empty for the first page. */
export const pageStart = (token: string | undefined): string =>
  Buffer.from(token ?? '', 'base64url').toString();

/** The token of the next page: undefined when `page` was not full. */
export const nextPage = (page: readonly string[], limit: number): string | undefined => {
  const last = page.at(-1);
  return page.length < limit || last === undefined ? undefined : encode(last);
};
