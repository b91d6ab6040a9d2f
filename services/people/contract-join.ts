import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Day, Id, IdempotencyKey, Line } from '#shared/contract/values.ts';

const JoinCodeDigits = z.string().regex(/^\d{9}$/, 'a join code has nine digits');
/** A secret of the page that registers somebody: 32 random bytes in hexadecimal. */
const Claim = z.string().regex(/^[0-9a-f]{64}$/, 'a claim is 32 bytes in hexadecimal');

/** The account is being made; the same request a little later finds it. */
export const AccountPending = z.object({ account: z.literal('pending') }).meta({ id: 'AccountPending' });

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

/** Coming into a class by its code (ADR 0017). */
export const joinRoutes = {
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
    answers: { 200: z.object({ loginName: z.string(), password: z.string() }), 202: AccountPending },
    refusals: ['not-found'],
  }),
};
