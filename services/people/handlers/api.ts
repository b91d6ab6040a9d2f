import { randomInt } from 'node:crypto';
import { ulid } from 'ulid';
import type { Role } from '#shared/contract/roles.ts';
import { refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { Accounts } from '../accounts.ts';
import { ClassStore } from '../class-store.ts';
import { joinClass, leaveClass } from '../commands/change-class.ts';
import { createClass } from '../commands/create-class.ts';
import { registerPerson } from '../commands/register-person.ts';
import { peopleRoutes } from '../contract.ts';
import { initialPassword } from '../domain/initial-password.ts';
import { mayEntrust } from '../domain/person.ts';
import { peopleProblems } from '../problems.ts';
import { classList, classMembers } from '../queries/classes.ts';
import { registerPage, whoAmI } from '../queries/register.ts';
import { PeopleStore } from '../store.ts';

const db = connect();
const people = new PeopleStore(db, tableName());
const classes = new ClassStore(db, tableName());
const accounts = new Accounts();

async function issuePassword({ params, actor }: Call<typeof peopleRoutes.issueInitialPassword>) {
  const person = await people.findPerson(params.personId);
  if (!person) return refuse('not-found');
  if (!mayEntrust(actor.roles, person.roles)) return refuse('forbidden');
  if (person.account === 'pending') return refuse('account-pending');
  const password = initialPassword((below) => randomInt(below));
  await accounts.setPassword(person.personId, password, 'once');
  return { status: 201, body: { loginName: person.loginName, initialPassword: password } } as const;
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
});
