import { createHash } from 'node:crypto';

/** Names what is made of a plan. Plans are built member by member in one place, so equal ones read equal. */
export const hashOfPlan = (plan: object): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex');
