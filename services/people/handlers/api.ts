import { randomInt } from 'node:crypto';
import { ulid } from 'ulid';
import type { Actor } from '#shared/auth/actor.ts';
import type { Role } from '#shared/contract/roles.ts';
import { senderOf } from '#shared/http/asker-address.ts';
import { refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { TryStore } from '#shared/store/try-store.ts';
import { Accounts } from '../accounts.ts';
import { ClassStore } from '../class-store.ts';
import { joinClass, leaveClass } from '../commands/change-class.ts';
import { claimPassword } from '../commands/claim-password.ts';
import { createClass } from '../commands/create-class.ts';
import { issueInitialPassword } from '../commands/issue-initial-password.ts';
import { closeJoinCode, issueJoinCode } from '../commands/issue-join-code.ts';
import { classOfCode, joinByCode } from '../commands/join-by-code.ts';
import { registerByCode } from '../commands/register-by-code.ts';
import { registerPerson } from '../commands/register-person.ts';
import { peopleRoutes } from '../contract.ts';
import { initialPassword } from '../domain/initial-password.ts';
import { newCode } from '../domain/join-code.ts';
import { hashOfClaim, loginNamesFor } from '../domain/newcomer.ts';
import { mayEntrust } from '../domain/person.ts';
import { JoinStore } from '../join-store.ts';
import { peopleProblems } from '../problems.ts';
import { classList, classMembers } from '../queries/classes.ts';
import { mayInvite, openCodeOf } from '../queries/join-code.ts';
import { registerPage, whoAmI } from '../queries/register.ts';
import { PeopleStore } from '../store.ts';

const db = connect();
const people = new PeopleStore(db, tableName());
const classes = new ClassStore(db, tableName());
const joins = new JoinStore(db, tableName());
const tries = new TryStore(db, tableName());
const accounts = new Accounts();

/** Not a refusal: pages that wait for an account ask again, and browsers report refusals as faults. */
const PENDING = { status: 202, body: { account: 'pending' } } as const;

async function issuePassword({ params, actor }: Call<typeof peopleRoutes.issueInitialPassword>) {
  const command = { ...params, password: initialPassword((below) => randomInt(below)), by: actor.roles };
  const issued = await issueInitialPassword({ people, joins }, accounts, command);
  if (issued === 'account-pending') return PENDING;
  return typeof issued === 'string' ? refuse(issued) : ({ status: 201, body: issued } as const);
}

async function putMember({ params, body, cause }: Call<typeof peopleRoutes.putClassMember>) {
  const member = await retryOnConflict(() => joinClass({ classes, people }, { ...params, ...body }, cause));
  if (!member) return refuse('conflict');
  if (typeof member === 'string') return refuse(member);
  const person = await people.findPerson(member.personId);
  return { status: 200, body: { ...member, fullName: person?.fullName ?? '' } } as const;
}

async function removeMember({ params, cause }: Call<typeof peopleRoutes.removeClassMember>) {
  const outcome = await retryOnConflict(() => leaveClass(classes, params, cause));
  if (!outcome) return refuse('conflict');
  return outcome === 'not-found' ? refuse(outcome) : ({ status: 204, body: undefined } as const);
}

/** A class is not there for whoever has no say in who comes into it. */
const inviting = (actor: Actor, classId: string) => mayInvite(classes, actor, classId);

async function readCode({ params, actor, at }: Call<typeof peopleRoutes.getJoinCode>) {
  if (!(await inviting(actor, params.classId))) return refuse('not-found');
  const joinCode = await openCodeOf(joins, params.classId, at);
  return { status: 200, body: { joinCode } } as const;
}

async function issueCode({ params, body, headers, actor, cause }: Call<typeof peopleRoutes.issueJoinCode>) {
  if (!(await inviting(actor, params.classId))) return refuse('not-found');
  const wish = { ...params, ...body, requestKey: headers['idempotency-key'] };
  const made = await retryOnConflict(() =>
    issueJoinCode({ classes, joins }, { ...wish, code: newCode((below) => randomInt(below)) }, cause),
  );
  if (!made) return refuse('conflict');
  if (made === 'closing-day') return refuse(made, '/body/lastDay');
  return typeof made === 'string' ? refuse(made) : ({ status: 201, body: made } as const);
}

async function closeCode({ params, actor }: Call<typeof peopleRoutes.closeJoinCode>) {
  if (!(await inviting(actor, params.classId))) return refuse('not-found');
  const outcome = await retryOnConflict(() => closeJoinCode(joins, params.classId));
  if (!outcome) return refuse('conflict');
  return { status: 204, body: undefined } as const;
}

async function joinWithCode({ body, actor, cause }: Call<typeof peopleRoutes.joinClassByCode>) {
  const { personId } = actor;
  const entered = await retryOnConflict(() =>
    joinByCode({ classes, people, joins, tries }, { ...body, personId }, cause),
  );
  if (!entered) return refuse('conflict');
  return typeof entered === 'string' ? refuse(entered) : ({ status: 200, body: entered } as const);
}

const askerOf = async ({ event, at }: Pick<Call, 'event' | 'at'>) =>
  ({ kind: 'address', id: (await senderOf(tries, event, at)).address }) as const;

async function registerWithCode(call: Call<typeof peopleRoutes.registerByCode>) {
  const { claim, ...given } = call.body;
  const outcome = await registerByCode(
    { classes, people, joins, tries },
    {
      ...given,
      personId: ulid(),
      asker: await askerOf(call),
      loginNames: loginNamesFor(given.fullName, (below) => randomInt(below)),
      claimHash: hashOfClaim(claim),
      requestKey: call.headers['idempotency-key'],
    },
    call.cause,
  );
  if (typeof outcome === 'string') return refuse(outcome);
  const { personId, loginName } = outcome.person;
  return { status: 201, body: { personId, loginName, class: outcome.schoolClass } } as const;
}

const personView = <P extends { readonly roles: readonly string[] }>(person: P) => ({
  ...person,
  roles: [...person.roles] as Role[],
});

export const handler = serviceApi(peopleRoutes, peopleProblems, {
  getMe: async ({ actor }) => {
    const me = await whoAmI({ people, classes }, actor.personId);
    return me ? { status: 200, body: personView(me) } : refuse('not-found');
  },
  listPeople: async ({ query }) => {
    const page = await registerPage(people, query);
    if (page === 'invalid-cursor') return refuse(page, '/query/cursor');
    return { status: 200, body: { ...page, people: page.people.map(personView) } };
  },
  registerPerson: async ({ body, headers, actor, cause }) => {
    if (!mayEntrust(actor.roles, body.roles)) return refuse('forbidden', '/body/roles');
    const command = { ...body, personId: ulid(), requestKey: headers['idempotency-key'] };
    const person = await registerPerson(people, command, cause);
    if (person === 'login-name-taken') return refuse(person, '/body/loginName');
    return { status: 201, body: personView(person) };
  },
  issueInitialPassword: issuePassword,
  listClasses: async ({ actor }) => {
    const list = await classList(classes, actor);
    return {
      status: 200,
      body: { classes: list.map((one) => ({ ...one, teacherIds: [...one.teacherIds] })) },
    };
  },
  createClass: async ({ body, headers, actor, at }) => {
    const request = { actor: actor.personId, key: headers['idempotency-key'], at };
    const made = await createClass(classes, { ...body, classId: ulid(), request });
    if (made === 'class-code-taken') return refuse(made, '/body/code');
    return { status: 201, body: { ...made, teacherIds: [], learnerCount: 0 } };
  },
  listClassMembers: async ({ params, actor }) => {
    const members = await classMembers(classes, actor, params.classId);
    return members ? { status: 200, body: { members } } : refuse('not-found');
  },
  putClassMember: putMember,
  removeClassMember: removeMember,
  getJoinCode: readCode,
  issueJoinCode: issueCode,
  closeJoinCode: closeCode,
  getInvitation: async (call) => {
    const { params, at } = call;
    const found = await classOfCode({ classes, joins, tries }, params.code, await askerOf(call), at);
    return typeof found === 'string' ? refuse(found) : { status: 200, body: found };
  },
  joinClassByCode: joinWithCode,
  registerByCode: registerWithCode,
  claimPassword: async ({ params, body, at }) => {
    const issued = await claimPassword({ people, joins }, accounts, { ...params, ...body, at });
    if (issued === 'account-pending') return PENDING;
    return typeof issued === 'string' ? refuse(issued) : { status: 200, body: issued };
  },
});
