import { randomBytes } from 'node:crypto';
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleRoutes } from '../../services/people/contract.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';
import { storedEvents } from '../support/stored-events.ts';

let platform: LocalPlatform;
let centre: Centre;
let classId: string;

const newClaim = () => randomBytes(32).toString('hex');
const teacher = () => centre.staff.teacher;
const issue = (by: Client, places = 3) =>
  by.ok(peopleRoutes.issueJoinCode, { params: { classId }, body: { places } });
const current = async (by: Client) =>
  (await by.ok(peopleRoutes.getJoinCode, { params: { classId } })).joinCode;

/** What the pool answers to a name and a password. */
async function signInWith(loginName: string, password: string) {
  const pool = new CognitoIdentityProviderClient(platform.operator);
  const { AuthenticationResult, ChallengeName } = await pool.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: platform.outputs.UserPoolClientId ?? '',
      AuthParameters: { USERNAME: loginName, PASSWORD: password },
    }),
  );
  pool.destroy();
  return { token: AuthenticationResult?.AccessToken, challenge: ChallengeName };
}

beforeAll(async () => {
  platform = await startPlatform();
  centre = await openCentre(platform, { learners: 2 });
  ({ classId } = await centre.admin.ok(peopleRoutes.createClass, {
    body: { code: 'TOI1', name: 'Lớp tối 1' },
  }));
  await centre.admin.ok(peopleRoutes.putClassMember, {
    params: { classId, personId: teacher().personId },
    body: { as: 'teacher' },
  });
});
afterAll(() => platform?.stop());

describe('a class that its teacher opens', () => {
  it('is entered by a learner with an account, and by somebody who has none', async () => {
    const { code } = await issue(teacher());
    const [learner] = centre.learners;
    const invited = await platform.passerBy.ok(peopleRoutes.getInvitation, { params: { code } });
    expect(invited).toEqual({ classId, code: 'TOI1', name: 'Lớp tối 1' });
    expect(await learner?.ok(peopleRoutes.joinClassByCode, { body: { code } })).toEqual(invited);
    const claim = newClaim();
    const registration = { code, fullName: 'Đỗ Thị Mới-Bí-Mật', claim };
    const made = await platform.passerBy.ok(peopleRoutes.registerByCode, { body: registration });
    await platform.quiet();
    const params = { personId: made.personId };
    const issued = await platform.passerBy.ok(peopleRoutes.claimPassword, { params, body: { claim } });
    if (!('password' in issued)) throw new Error('The account is still being made.');
    expect(issued.loginName).toBe(made.loginName);
    const signedIn = await signInWith(issued.loginName, issued.password);
    expect(signedIn).toEqual({ token: expect.any(String), challenge: undefined });
    const { members } = await teacher().ok(peopleRoutes.listClassMembers, { params: { classId } });
    expect(members.filter(({ as }) => as === 'learner')).toHaveLength(2);
    expect(await current(teacher())).toMatchObject({ code, placesLeft: 1 });
  });

  it('keeps names, sign-in names and claims off the bus and out of the logs', async () => {
    const claim = newClaim();
    const { code } = await issue(teacher());
    const body = { code, fullName: 'Đỗ Thị Mới-Bí-Mật', claim };
    const { loginName, personId } = await platform.passerBy.ok(peopleRoutes.registerByCode, { body });
    await platform.quiet();
    const told = storedEvents(platform.data).filter(({ text }) => text.includes(personId));
    expect(told.map(({ detailType }) => detailType).sort()).toEqual([
      'ClassMemberAdded.v1',
      'PersonRegistered.v1',
    ]);
    const everything = [...told.map(({ text }) => text), ...platform.logs].join('\n');
    for (const secret of ['Bí-Mật', loginName, claim]) expect(everything).not.toContain(secret);
  });

  it('is closed to the old code by a renewal, and to everybody by closing', async () => {
    const before = await current(teacher());
    const renewed = await issue(centre.admin);
    expect(renewed.code).not.toBe(before?.code);
    const refused = async (code: string) =>
      (await platform.passerBy.refused(peopleRoutes.getInvitation, { params: { code } })).code;
    expect(await refused(before?.code ?? '')).toBe('join-code-unknown');
    await teacher().ok(peopleRoutes.closeJoinCode, { params: { classId } });
    expect(await refused(renewed.code)).toBe('join-code-unknown');
    expect(await current(teacher())).toBeUndefined();
  });

  it('is not there for the teacher of another class', async () => {
    const params = { classId };
    const other = centre.otherTeacher;
    for (const problem of [
      await other.refused(peopleRoutes.getJoinCode, { params }),
      await other.refused(peopleRoutes.issueJoinCode, { params, body: {} }),
      await other.refused(peopleRoutes.closeJoinCode, { params }),
    ])
      expect(problem).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('keeps the password from whoever does not hold the claim', async () => {
    const { code } = await issue(teacher());
    const made = await platform.passerBy.ok(peopleRoutes.registerByCode, {
      body: { code, fullName: 'Ngô Văn Hai', claim: newClaim() },
    });
    const params = { personId: made.personId };
    const refusals = [
      await platform.passerBy.refused(peopleRoutes.claimPassword, { params, body: { claim: newClaim() } }),
      await teacher().refused(peopleRoutes.claimPassword, { params, body: { claim: newClaim() } }),
    ];
    expect(refusals.map(({ code: why }) => why)).toEqual(['not-found', 'not-found']);
  });
});
