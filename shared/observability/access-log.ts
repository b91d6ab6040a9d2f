import type { Actor } from '#shared/auth/actor.ts';
import { logger } from './telemetry.ts';

/**
 * Leaves one line for every look at other people's learning history: who looked, by which route, at what. References
 * only, no names. Whoever answers a question about access finds them by `message = "access"`.
 */
export const logAccess = (
  actor: Actor,
  { route, subject, people }: { readonly route: string; readonly subject: string; readonly people: number },
): void => logger.info('access', { actor: actor.personId, roles: actor.roles, route, subject, people });
