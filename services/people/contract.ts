import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, IdempotencyKey, Instant, Line, RoleName } from '#shared/contract/values.ts';
import { AccountPending, joinRoutes } from './contract-join.ts';

/** A sign-in name is typed on phones of all kinds: small letters without marks. */
export const LoginName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, 'use 3 to 40 small letters without marks, digits, dots or dashes');

export const Person = z
  .object({
    personId: Id,
    fullName: z.string(),
    loginName: z.string(),
    roles: z.array(RoleName),
    birthYear: z.int().optional(),
    registeredAt: Instant,
    /** `pending` until the account of the sign-in service exists. */
    account: z.enum(['pending', 'active']),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const SchoolClass = z
  .object({ classId: Id, code: z.string(), name: z.string(), teacherIds: z.array(Id), learnerCount: z.int() })
  .meta({ id: 'SchoolClass' });
export type SchoolClass = z.infer<typeof SchoolClass>;

const ClassMember = z
  .object({ personId: Id, fullName: z.string(), as: z.enum(['learner', 'teacher']), since: Instant })
  .meta({ id: 'ClassMember' });

const Me = Person.pick({ personId: true, fullName: true, loginName: true, roles: true })
  .extend({ classes: z.array(z.object({ classId: Id, code: z.string(), name: z.string() })) })
  .meta({ id: 'Me' });

export const peopleRoutes = {
  getMe: route({
    method: 'GET',
    path: '/v1/me',
    roles: 'anyone',
    summary: 'Who is signed in, with roles and classes',
    answers: { 200: Me },
  }),
  listPeople: route({
    method: 'GET',
    path: '/v1/people',
    roles: ['director', 'training-head'],
    summary: 'The register, sorted by given name, a page at a time',
    query: z.object({
      search: z.string().max(80).optional(),
      role: RoleName.optional(),
      cursor: z.string().max(2000).optional(),
    }),
    answers: { 200: z.object({ people: z.array(Person), next: z.string().optional() }) },
    refusals: ['invalid-cursor'],
  }),
  registerPerson: route({
    method: 'POST',
    path: '/v1/people',
    roles: ['director', 'training-head'],
    summary: 'Enter a person in the register; the account follows by itself',
    headers: IdempotencyKey,
    body: z.strictObject({
      fullName: Line(80),
      loginName: LoginName,
      roles: z.array(RoleName).min(1).max(4),
      birthYear: z.int().min(1900).max(2020).optional(),
    }),
    answers: { 201: Person },
    refusals: ['login-name-taken', 'forbidden'],
  }),
  issueInitialPassword: route({
    method: 'POST',
    path: '/v1/people/{personId}/initial-password',
    roles: ['director', 'training-head'],
    summary: 'A one-time password to hand over; the person chooses an own one at the first sign-in',
    params: z.object({ personId: Id }),
    answers: {
      201: z.object({ loginName: z.string(), initialPassword: z.string() }),
      202: AccountPending,
    },
    refusals: ['not-found', 'forbidden'],
  }),
  listClasses: route({
    method: 'GET',
    path: '/v1/classes',
    roles: ['director', 'training-head', 'teacher'],
    summary: 'All classes, or a teacher’s own',
    answers: { 200: z.object({ classes: z.array(SchoolClass) }) },
  }),
  createClass: route({
    method: 'POST',
    path: '/v1/classes',
    roles: ['training-head'],
    summary: 'Open a class',
    headers: IdempotencyKey,
    body: z.strictObject({ code: Line(20), name: Line(80) }),
    answers: { 201: SchoolClass },
    refusals: ['class-code-taken'],
  }),
  listClassMembers: route({
    method: 'GET',
    path: '/v1/classes/{classId}/members',
    roles: ['director', 'training-head', 'teacher'],
    summary: 'Who belongs to a class, sorted by given name; teachers see their own classes only',
    params: z.object({ classId: Id }),
    answers: { 200: z.object({ members: z.array(ClassMember) }) },
    refusals: ['not-found'],
  }),
  putClassMember: route({
    method: 'PUT',
    path: '/v1/classes/{classId}/members/{personId}',
    roles: ['training-head'],
    summary: 'Make a person a learner or the teacher of a class',
    params: z.object({ classId: Id, personId: Id }),
    body: z.strictObject({ as: z.enum(['learner', 'teacher']) }),
    answers: { 200: ClassMember },
    refusals: ['not-found', 'role-missing'],
  }),
  removeClassMember: route({
    method: 'DELETE',
    path: '/v1/classes/{classId}/members/{personId}',
    roles: ['training-head'],
    summary: 'Take a person off a class',
    params: z.object({ classId: Id, personId: Id }),
    answers: { 204: z.undefined() },
    refusals: ['not-found'],
  }),
  ...joinRoutes,
};
