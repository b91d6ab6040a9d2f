import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Day, Id, IdempotencyKey, Instant, Line, RoleName } from '#shared/contract/values.ts';

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

const JoinCodeDigits = z.string().regex(/^\d{9}$/, 'a join code has nine digits');
/** A secret of the page that registers somebody: 32 random bytes in hexadecimal. */
const Claim = z.string().regex(/^[0-9a-f]{64}$/, 'a claim is 32 bytes in hexadecimal');

const JoinCode = z
  .object({
    code: JoinCodeDigits,
    places: z.int(),
    placesLeft: z.int(),
    lastDay: Day,
  })
  .meta({ id: 'JoinCode' });

const InvitingClass = z
  .object({ classId: Id, code: z.string(), name: z.string() })
  .meta({ id: 'InvitingClass' });

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
    answers: { 201: z.object({ loginName: z.string(), initialPassword: z.string() }) },
    refusals: ['not-found', 'forbidden', 'account-pending'],
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
  getJoinCode: route({
    method: 'GET',
    path: '/v1/classes/{classId}/join-code',
    roles: ['training-head', 'teacher'],
    summary: 'The code by which people come into a class, if it is open; teachers see their own classes only',
    params: z.object({ classId: Id }),
    answers: { 200: z.object({ joinCode: JoinCode.optional() }) },
    refusals: ['not-found'],
  }),
  issueJoinCode: route({
    method: 'POST',
    path: '/v1/classes/{classId}/join-code',
    roles: ['training-head', 'teacher'],
    summary: 'Open a class to whoever has its new code; the code before works no more',
    params: z.object({ classId: Id }),
    headers: IdempotencyKey,
    body: z.strictObject({ places: z.int().min(1).max(200).optional(), lastDay: Day.optional() }),
    answers: { 201: JoinCode },
    refusals: ['not-found', 'closing-day', 'join-code-replaced'],
  }),
  closeJoinCode: route({
    method: 'DELETE',
    path: '/v1/classes/{classId}/join-code',
    roles: ['training-head', 'teacher'],
    summary: 'Let nobody in by the code of a class any more',
    params: z.object({ classId: Id }),
    answers: { 204: z.undefined() },
    refusals: ['not-found'],
  }),
  getInvitation: route({
    method: 'GET',
    path: '/v1/class-invitations/{code}',
    roles: 'public',
    summary: 'The class that an open join code leads to',
    params: z.object({ code: JoinCodeDigits }),
    answers: { 200: InvitingClass },
    refusals: ['join-code-unknown', 'too-many-codes'],
  }),
  joinClassByCode: route({
    method: 'POST',
    path: '/v1/class-joins',
    roles: ['learner'],
    summary: 'Come into a class by its code; whoever is in it already stays',
    body: z.strictObject({ code: JoinCodeDigits }),
    answers: { 200: InvitingClass },
    refusals: ['join-code-unknown', 'too-many-codes', 'role-missing', 'taken-off', 'not-found'],
  }),
  registerByCode: route({
    method: 'POST',
    path: '/v1/class-registrations',
    roles: 'public',
    summary: 'Enter oneself as a learner of a class by its code; the account follows by itself',
    headers: IdempotencyKey,
    body: z.strictObject({
      code: JoinCodeDigits,
      fullName: Line(80),
      birthYear: z.int().min(1900).max(2020).optional(),
      claim: Claim,
    }),
    answers: { 201: z.object({ personId: Id, loginName: z.string(), class: InvitingClass }) },
    refusals: ['join-code-unknown', 'too-many-codes', 'no-free-login-name'],
  }),
  claimPassword: route({
    method: 'POST',
    path: '/v1/class-registrations/{personId}/password',
    roles: 'public',
    summary: 'The password of somebody who has just registered by code, for the page that did it',
    params: z.object({ personId: Id }),
    body: z.strictObject({ claim: Claim }),
    answers: { 200: z.object({ loginName: z.string(), password: z.string() }) },
    refusals: ['not-found', 'account-pending'],
  }),
};
