import type { Role } from '../../../../shared/contract/roles.ts';

/** Who makes materials; teachers and the youth union their own. */
export const MAKERS: readonly Role[] = ['content-staff', 'teacher', 'youth-union'];
export const OVERSEERS: readonly Role[] = ['training-head', 'content-staff', 'director'];
export const DESK_ROLES: readonly Role[] = [...MAKERS, 'training-head', 'director'];

export const isOneOf = (roles: readonly Role[], some: readonly Role[]): boolean =>
  roles.some((role) => some.includes(role));
