/** A person's place in a class as the register's last event told of it; `as` is absent once they are taken off. */
export type ClassMembership = {
  readonly classId: string;
  readonly personId: string;
  readonly as?: 'learner' | 'teacher';
  /** Version of the membership in the register: an older event never overwrites a newer one. */
  readonly version: number;
};
