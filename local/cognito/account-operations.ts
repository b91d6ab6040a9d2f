import * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';
import type { SignInAttempts } from './attempts.ts';
import { attributeList, name, type Operations, operation, password } from './operation.ts';
import { confirmationCode, type Passwords, requirePolicy } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import type { Client } from './settings.ts';
import type { Tokens } from './tokens.ts';
import { attributesOf } from './user-shapes.ts';
import type { User, Users } from './users.ts';

/** A message that Cognito would send by e-mail or SMS. */
export type Message = { readonly destination: string; readonly text: string };

type Parts = {
  readonly users: Users;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly attempts: SignInAttempts;
  readonly client: (id: string) => Client;
  readonly deliver: (message: Message) => void;
};

const accessToken = z.strictObject({ AccessToken: z.string() });

const changePassword = z.strictObject({
  AccessToken: z.string(),
  PreviousPassword: password,
  ProposedPassword: password,
});

const signUp = z.strictObject({
  ClientId: z.string(),
  Username: name,
  Password: password,
  UserAttributes: attributeList,
});

const confirmSignUp = z.strictObject({ ClientId: z.string(), Username: name, ConfirmationCode: z.string() });

type Contact = { readonly destination: string; readonly attribute?: 'phone_number' | 'email' };

/** Where a user can be written to: the phone first, as Cognito prefers it, and the username for want of both. */
export function contactOf({ attributes, username }: User): Contact {
  const { phone_number: phone, email } = attributes;
  if (phone !== undefined) return { destination: phone, attribute: 'phone_number' };
  return email === undefined ? { destination: username } : { destination: email, attribute: 'email' };
}

/** What a user does with the own account: GetUser, ChangePassword, signing out, revoking, signing up. */
export function accountOperations(parts: Parts): Operations {
  return {
    GetUser: operation(accessToken, async ({ AccessToken }) => {
      const { user } = await parts.tokens.owner(AccessToken);
      return { Username: user.username, UserAttributes: attributesOf(user) };
    }),
    ChangePassword: operation(changePassword, async (input) => {
      const { user, pool } = await parts.tokens.owner(input.AccessToken);
      const result = await parts.attempts.run(pool.id, user.username, async () =>
        (await parts.passwords.match(input.PreviousPassword, user.password)) ? 'signed-in' : 'wrong-password',
      );
      if (result !== 'signed-in')
        throw new AwsError('NotAuthorizedException', 'Incorrect username or password.');
      requirePolicy(pool.policy, input.ProposedPassword);
      parts.users.change(user, { password: await parts.passwords.hash(input.ProposedPassword) });
      parts.sessions.answered(user);
      return {};
    }),
    GlobalSignOut: operation(accessToken, async ({ AccessToken }) => {
      parts.sessions.revokeAll((await parts.tokens.owner(AccessToken)).user);
      return {};
    }),
    RevokeToken: operation(z.strictObject({ ClientId: z.string(), Token: z.string() }), (input) => {
      const client = parts.client(input.ClientId);
      if (!client.revocable)
        throw new AwsError(
          'UnsupportedOperationException',
          'Token revocation is not enabled for this client.',
        );
      const session = parts.sessions.find(client, input.Token);
      if (session) parts.sessions.revoke(session.id);
      return {};
    }),
    ...signUpOperations(parts),
  };
}

const signUpOperations = (parts: Parts): Operations => ({
  SignUp: operation(signUp, async (input) => {
    const { pool } = parts.client(input.ClientId);
    if (!pool.selfSignUp)
      throw new AwsError('NotAuthorizedException', 'SignUp is not permitted for this user pool');
    requirePolicy(pool.policy, input.Password);
    const hash = await parts.passwords.hash(input.Password);
    const code = confirmationCode();
    const user = parts.users.create(pool, input.Username, withoutVerification(input.UserAttributes), {
      password: hash,
      status: 'UNCONFIRMED',
      code,
    });
    parts.deliver({ destination: contactOf(user).destination, text: `Your confirmation code is ${code}` });
    return { UserConfirmed: false, UserSub: user.sub };
  }),
  ConfirmSignUp: operation(confirmSignUp, (input) => {
    const { pool } = parts.client(input.ClientId);
    const user = parts.users.find(pool, input.Username);
    if (user && user.status !== 'UNCONFIRMED')
      throw new AwsError(
        'NotAuthorizedException',
        `User cannot be confirmed. Current status is ${user.status}`,
      );
    if (!user?.code || user.code !== input.ConfirmationCode)
      throw new AwsError('CodeMismatchException', 'Invalid verification code provided, please try again.');
    parts.users.change(user, { status: 'CONFIRMED', code: null });
    const { attribute } = contactOf(user);
    if (attribute && pool.verifiedByCode.includes(attribute))
      parts.users.setAttributes(pool, user, { [`${attribute}_verified`]: 'true' });
    return {};
  }),
});

/** Only the pool may say that an address is verified, never the person who signs up. */
const withoutVerification = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(attributes).filter(([key]) => !key.endsWith('_verified')));
