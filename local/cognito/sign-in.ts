import * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { SignInAttempts } from './attempts.ts';
import { name, type Operations, operation, password } from './operation.ts';
import { type Passwords, requirePolicy } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import type { Client } from './settings.ts';
import type { AuthenticationResult, Tokens } from './tokens.ts';
import type { User, Users } from './users.ts';

type Parts = {
  readonly clock: Clock;
  readonly users: Users;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly attempts: SignInAttempts;
  readonly client: (id: string) => Client;
};

const refused = (message: string) => new AwsError('NotAuthorizedException', message);

const DAY_MS = 86_400_000;

const flow = z.enum(['USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'], {
  error: (issue) => `AuthFlow ${String(issue.input)} is not played by the local cloud.`,
});

const initiateAuth = z.strictObject({
  ClientId: z.string(),
  AuthFlow: flow,
  AuthParameters: z.strictObject({
    USERNAME: name.optional(),
    PASSWORD: password.optional(),
    REFRESH_TOKEN: z.string().optional(),
  }),
});

const respondToChallenge = z.strictObject({
  ClientId: z.string(),
  ChallengeName: z.literal('NEW_PASSWORD_REQUIRED'),
  Session: z.string(),
  ChallengeResponses: z.strictObject({ USERNAME: name, NEW_PASSWORD: password }),
});

const refresh = z.strictObject({ ClientId: z.string(), RefreshToken: z.string() });

function requireFlow(client: Client, wanted: string): void {
  const allowed = `ALLOW_${wanted === 'REFRESH_TOKEN' ? 'REFRESH_TOKEN_AUTH' : wanted}`;
  if (!client.flows.has(allowed))
    throw new AwsError('InvalidParameterException', `${wanted} flow not enabled for this client`);
}

/** InitiateAuth, RespondToAuthChallenge and GetTokensFromRefreshToken. */
export function signInOperations(parts: Parts): Operations {
  const refreshed = async (client: Client, token: string): Promise<AuthenticationResult> => {
    const session = parts.sessions.find(client, token);
    const user = session && parts.users.find(client.pool, session.username);
    if (!user) throw refused('Invalid Refresh Token');
    if (!user.enabled) throw refused('User is disabled.');
    const issued = await parts.tokens.issue(client, user, session);
    if (!client.rotation) return issued;
    return { ...issued, RefreshToken: parts.sessions.rotate(client, session, token, client.rotation.grace) };
  };
  return {
    InitiateAuth: operation(initiateAuth, async ({ ClientId, AuthFlow, AuthParameters: given }) => {
      const client = parts.client(ClientId);
      requireFlow(client, AuthFlow);
      if (AuthFlow === 'USER_PASSWORD_AUTH')
        return byPassword(parts, client, given.USERNAME ?? '', given.PASSWORD ?? '');
      const AuthenticationResult = await refreshed(client, given.REFRESH_TOKEN ?? '');
      return { AuthenticationResult, ChallengeParameters: {} };
    }),
    GetTokensFromRefreshToken: operation(refresh, async ({ ClientId, RefreshToken }) => ({
      AuthenticationResult: await refreshed(parts.client(ClientId), RefreshToken),
    })),
    RespondToAuthChallenge: operation(respondToChallenge, async (input) => {
      const client = parts.client(input.ClientId);
      const username = parts.sessions.challenged(client, input.Session);
      const user = parts.users.find(client.pool, input.ChallengeResponses.USERNAME);
      if (!user || user.username !== username || !user.enabled)
        throw refused('Invalid session for the user.');
      requirePolicy(client.pool.policy, input.ChallengeResponses.NEW_PASSWORD);
      const hash = await parts.passwords.hash(input.ChallengeResponses.NEW_PASSWORD);
      parts.users.change(user, { password: hash, status: 'CONFIRMED' });
      parts.sessions.answered(user);
      return {
        AuthenticationResult: await parts.tokens.signIn(client, user),
        ChallengeParameters: {},
      };
    }),
  };
}

async function byPassword(parts: Parts, client: Client, username: string, given: string): Promise<unknown> {
  const found = parts.users.find(client.pool, username);
  if (!found && !client.hidesUnknownUsers)
    throw new AwsError('UserNotFoundException', 'User does not exist.');
  const result = await parts.attempts.run(client.pool.id, found?.username ?? username, async () => {
    const matches = await parts.passwords.match(given, found?.password);
    if (!found) return 'unknown-user';
    return matches ? 'signed-in' : 'wrong-password';
  });
  // Read again: the user may have been disabled or changed while the password was hashed.
  const user = parts.users.find(client.pool, username);
  if (result !== 'signed-in' || !user || user.password !== found?.password)
    throw refused('Incorrect username or password.');
  if (!user.enabled) throw refused('User is disabled.');
  if (user.status === 'UNCONFIRMED')
    throw new AwsError('UserNotConfirmedException', 'User is not confirmed.');
  if (user.status === 'CONFIRMED')
    return { AuthenticationResult: await parts.tokens.signIn(client, user), ChallengeParameters: {} };
  return newPasswordChallenge(parts, client, user);
}

function newPasswordChallenge(parts: Parts, client: Client, user: User) {
  const days = client.pool.policy.TemporaryPasswordValidityDays;
  if (parts.clock.now() > user.passwordSet + days * DAY_MS)
    throw refused('Temporary password has expired and must be reset by an administrator.');
  const { sub: _, ...attributes } = user.attributes;
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: parts.sessions.challenge(client, user),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: '[]',
      userAttributes: JSON.stringify(attributes),
    },
  };
}
