import { takeRenewal } from '../api/started.ts';
import { siteConfig } from './config.ts';

type Issued = {
  readonly AccessToken: string;
  readonly RefreshToken?: string;
  readonly ExpiresIn: number;
};
type Reply = {
  readonly AuthenticationResult?: Issued;
  readonly ChallengeName?: string;
  readonly Session?: string;
  readonly ChallengeParameters?: { readonly USER_ID_FOR_SRP?: string };
};

export type Tokens = { readonly access: string; readonly refresh?: string };
/** `own-password`: the first sign-in with a handed-over password; the person must choose an own one. */
export type SignIn =
  | { readonly step: 'done'; readonly tokens: Tokens }
  | { readonly step: 'own-password'; readonly session: string; readonly userName: string }
  | { readonly step: 'refused'; readonly code: SignInRefusal };
export type SignInRefusal = 'wrong-password' | 'too-many' | 'weak-password' | 'offline' | 'unknown';

const REFUSALS: Readonly<Record<string, SignInRefusal>> = {
  NotAuthorizedException: 'wrong-password',
  UserNotFoundException: 'wrong-password',
  TooManyRequestsException: 'too-many',
  LimitExceededException: 'too-many',
  InvalidPasswordException: 'weak-password',
  InvalidParameterException: 'weak-password',
};

/** The exception's name of a refused call: bare, or after `#` in the older form. */
const exceptionOf = (body: { __type?: string }): string => body.__type?.split('#').at(-1) ?? '';

const call = async (operation: string, input: object): Promise<Reply | SignInRefusal> => {
  const { cognitoEndpoint } = await siteConfig();
  const response = await fetch(cognitoEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return readReply(response);
};

/** What stands in front of the service answers for it when it is busy, and not in JSON. */
const bodyOf = (text: string) => {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return {};
  }
};

const readReply = async (response: Response): Promise<Reply | SignInRefusal> => {
  const body = bodyOf(await response.text());
  if (response.ok) return body as Reply;
  const exception = exceptionOf(body);
  // "Password attempts exceeded" arrives under the same name as a wrong password.
  if (exception === 'NotAuthorizedException' && /attempts/i.test(String(body.message))) return 'too-many';
  return REFUSALS[exception] ?? 'unknown';
};

const tokensOf = ({ AccessToken, RefreshToken }: Issued): Tokens => ({
  access: AccessToken,
  ...(RefreshToken && { refresh: RefreshToken }),
});

const outcome = (reply: Reply | SignInRefusal, userName: string): SignIn => {
  if (typeof reply === 'string') return { step: 'refused', code: reply };
  if (reply.AuthenticationResult) return { step: 'done', tokens: tokensOf(reply.AuthenticationResult) };
  if (reply.ChallengeName === 'NEW_PASSWORD_REQUIRED' && reply.Session) {
    const id = reply.ChallengeParameters?.USER_ID_FOR_SRP ?? userName;
    return { step: 'own-password', session: reply.Session, userName: id };
  }
  return { step: 'refused', code: 'unknown' };
};

const attempt = async (operation: string, input: object, userName: string): Promise<SignIn> => {
  try {
    return outcome(await call(operation, input), userName);
  } catch {
    return { step: 'refused', code: 'offline' };
  }
};

/** Signs in with the login name (an alias in the pool) and the password. */
export const signInWith = async (loginName: string, password: string): Promise<SignIn> => {
  const config = await siteConfig().catch(() => undefined);
  if (!config) return { step: 'refused', code: 'offline' };
  const AuthParameters = { USERNAME: loginName, PASSWORD: password };
  return attempt(
    'InitiateAuth',
    { ClientId: config.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters },
    loginName,
  );
};

/** Answers the demand for an own password at the first sign-in. */
export const chooseOwnPassword = async (
  challenge: { readonly session: string; readonly userName: string },
  password: string,
): Promise<SignIn> => {
  const config = await siteConfig().catch(() => undefined);
  if (!config) return { step: 'refused', code: 'offline' };
  return attempt(
    'RespondToAuthChallenge',
    {
      ClientId: config.clientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: challenge.session,
      ChallengeResponses: { USERNAME: challenge.userName, NEW_PASSWORD: password },
    },
    challenge.userName,
  );
};

/** What the document's own renewal brought, if it was one with this token and went well. */
const alreadyRenewed = async (refresh: string): Promise<Tokens | undefined> => {
  const answer = await takeRenewal(refresh)?.catch(() => undefined);
  const reply = answer && (await readReply(answer));
  const isGood = typeof reply === 'object' && reply.AuthenticationResult;
  return isGood ? { refresh, ...tokensOf(reply.AuthenticationResult) } : undefined;
};

/** Why there is no new access token: `ended` when the pool no longer honours the refresh token, `busy` when it cannot say. */
export type NotRenewed = 'ended' | 'busy' | 'offline';

/** New access token for a refresh token. */
export const refreshTokens = async (refresh: string): Promise<Tokens | NotRenewed> => {
  try {
    const renewed = await alreadyRenewed(refresh);
    if (renewed) return renewed;
    const { clientId } = await siteConfig();
    const reply = await call('InitiateAuth', {
      ClientId: clientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: refresh },
    });
    if (reply === 'wrong-password') return 'ended';
    if (typeof reply === 'string' || !reply.AuthenticationResult) return 'busy';
    return { refresh, ...tokensOf(reply.AuthenticationResult) };
  } catch {
    return 'offline';
  }
};

/** Makes the refresh token, and every access token made from it, worthless. Best effort. */
export const revoke = async (refresh: string): Promise<void> => {
  const { clientId } = await siteConfig();
  await call('RevokeToken', { ClientId: clientId, Token: refresh });
};

/** Replaces the password of whoever the token is of, who has to know the one until now. */
export const changePassword = async (
  access: string,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<'changed' | SignInRefusal> => {
  try {
    const input = { AccessToken: access, PreviousPassword: before, ProposedPassword: after };
    const reply = await call('ChangePassword', input);
    return typeof reply === 'string' ? reply : 'changed';
  } catch {
    return 'offline';
  }
};

/** Ends every sign-in of the person, on all devices. */
export const signOutEverywhere = async (access: string): Promise<boolean> => {
  const reply = await call('GlobalSignOut', { AccessToken: access });
  return typeof reply !== 'string';
};
