import {
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  ConfirmSignUpCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import {
  CLIENT_PROPERTIES,
  cloud,
  PASSWORD,
  POOL_PROPERTIES,
  refusal,
  TEMPORARY,
  user,
  useTestCloud,
} from './cognito.suite.ts';

useTestCloud();

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
    await expect(cloud.signIn(user)).rejects.toEqual(refusal('UserNotConfirmedException'));
    const code = cloud.messages.at(-1)?.text.match(/\d{6}/)?.[0] ?? '';
    const confirm = (ConfirmationCode: string) =>
      cloud.sdk.send(new ConfirmSignUpCommand({ ClientId: cloud.client, Username: user, ConfirmationCode }));
    await expect(confirm(`${code}0`)).rejects.toEqual(refusal('CodeMismatchException'));
    await confirm(code);
    expect((await cloud.signIn(user)).AuthenticationResult?.AccessToken).toBeTruthy();
    await expect(cloud.signIn(`${user}@example.org`)).resolves.toBeTruthy();
    await expect(confirm(code)).rejects.toEqual(refusal('NotAuthorizedException', 'CONFIRMED'));
  });

  test('nobody can sign up with an address marked as verified', async () => {
    await signUp(PASSWORD, [
      { Name: 'email', Value: 'director@example.org' },
      { Name: 'email_verified', Value: 'true' },
    ]);
    await cloud.sdk.send(new AdminConfirmSignUpCommand(cloud.one(user)));
    await expect(cloud.signIn('director@example.org')).rejects.toEqual(refusal('NotAuthorizedException'));
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

describe('the first password', () => {
  test('a temporary password leads to NEW_PASSWORD_REQUIRED, which signs in', async () => {
    await cloud.create(user);
    const challenge = await cloud.signIn(user, TEMPORARY);
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
    await expect(cloud.signIn(user, TEMPORARY)).rejects.toEqual(refusal('NotAuthorizedException'));
    await expect(cloud.signIn(user)).resolves.toBeTruthy();
  });

  test("a challenge cannot be answered for another user, nor after the client's time", async () => {
    await cloud.create(user);
    const { Session } = await cloud.signIn(user, TEMPORARY);
    const respond = (USERNAME: string) =>
      cloud.sdk.send(
        new RespondToAuthChallengeCommand({
          ClientId: cloud.client,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          Session,
          ChallengeResponses: { USERNAME, NEW_PASSWORD: PASSWORD },
        }),
      );
    const other = `${user}-b`;
    await cloud.create(other);
    await expect(respond(other)).rejects.toEqual(refusal('NotAuthorizedException'));
    cloud.time.now += 181_000;
    await expect(respond(user)).rejects.toEqual(refusal('NotAuthorizedException'));
  });

  test('a temporary password expires after seven days', async () => {
    await cloud.create(user);
    cloud.time.now += 7 * 86_400_000 + 1;
    await expect(cloud.signIn(user, TEMPORARY)).rejects.toEqual(
      refusal('NotAuthorizedException', 'Temporary password has expired'),
    );
  });

  test('without SUPPRESS the generated password is sent and works', async () => {
    await cloud.sdk.send(new AdminCreateUserCommand(cloud.one(user)));
    const sent = cloud.messages.at(-1)?.text.split(' ').at(-1);
    expect((await cloud.signIn(user, sent)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  });
});
