/** The roles of the centre: groups of the user pool, and the words a route's `roles` is written in. */
export const ROLES = [
  'director',
  'finance-head',
  'clerk',
  'training-head',
  'teacher',
  'content-staff',
  'youth-union',
  'learner',
] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
