import type { Person } from './person.ts';

export type SchoolClass = {
  readonly classId: string;
  readonly code: string;
  readonly name: string;
  readonly teacherIds: readonly string[];
  readonly learnerCount: number;
};

export type Membership = {
  readonly classId: string;
  readonly personId: string;
  readonly as: 'learner' | 'teacher';
  readonly since: string;
  readonly version: number;
  /** False once taken off the class; the item stays so that versions never go back. */
  readonly active: boolean;
};

export type MembershipDecision =
  | { readonly ok: true; readonly changed: boolean; readonly membership: Membership }
  | { readonly ok: false; readonly reason: 'role-missing' };

/** A person joins a class in a role that the register gives them; joining again as the same changes nothing. */
export function decideJoin(
  existing: Membership | undefined,
  person: Pick<Person, 'personId' | 'roles'>,
  join: { readonly classId: string; readonly as: 'learner' | 'teacher'; readonly at: string },
): MembershipDecision {
  if (!person.roles.includes(join.as)) return { ok: false, reason: 'role-missing' };
  if (existing?.active && existing.as === join.as) return { ok: true, changed: false, membership: existing };
  return {
    ok: true,
    changed: true,
    membership: {
      classId: join.classId,
      personId: person.personId,
      as: join.as,
      since: join.at,
      version: (existing?.version ?? 0) + 1,
      active: true,
    },
  };
}

export type CodeDecision = MembershipDecision | { readonly ok: false; readonly reason: 'taken-off' };

/**
 * The same for somebody who comes by a code. Its teacher stays its teacher, and whoever was taken off the class does not
 * come back past the people who decided that.
 */
export function decideJoinByCode(
  existing: Membership | undefined,
  person: Pick<Person, 'personId' | 'roles'>,
  join: { readonly classId: string; readonly at: string },
): CodeDecision {
  if (existing?.active) return { ok: true, changed: false, membership: existing };
  if (existing) return { ok: false, reason: 'taken-off' };
  return decideJoin(existing, person, { ...join, as: 'learner' });
}

/** Undefined when the person is not in the class. */
export const decideLeave = (existing: Membership | undefined): Membership | undefined =>
  existing?.active ? { ...existing, active: false, version: existing.version + 1 } : undefined;
