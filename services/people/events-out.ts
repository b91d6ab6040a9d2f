import { ClassMemberAddedV1 } from '#events/people/class-member-added.v1.ts';
import { ClassMemberRemovedV1 } from '#events/people/class-member-removed.v1.ts';
import { PersonRegisteredV1 } from '#events/people/person-registered.v1.ts';
import { type Cause, type Outbox, outboxEntry, outboxWith } from '#shared/messaging/outbox.ts';
import { dayOf } from '#shared/time/local-time.ts';
import { ageBandOf, type Person } from './domain/person.ts';
import type { Membership } from './domain/school-class.ts';

export const registered = (person: Person, cause: Cause): Outbox =>
  outboxWith(
    outboxEntry(
      PersonRegisteredV1,
      {
        personId: person.personId,
        roles: [...person.roles],
        ageBand: ageBandOf(person.birthYear, Number(dayOf(cause.at).slice(0, 4))),
      },
      cause,
      { eventId: `${person.personId}-1`, aggregate: { type: 'person', id: person.personId, version: 1 } },
    ),
  );

const membershipIdentity = ({ classId, personId, version }: Membership) => ({
  eventId: `${classId}-${personId}-${version}`,
  aggregate: { type: 'class-membership', id: `${classId}-${personId}`, version },
});

export const joined = (membership: Membership, cause: Cause): Outbox => {
  const { classId, personId, as } = membership;
  return outboxWith(
    outboxEntry(ClassMemberAddedV1, { classId, personId, as }, cause, membershipIdentity(membership)),
  );
};

export const left = (membership: Membership, cause: Cause): Outbox => {
  const { classId, personId } = membership;
  return outboxWith(
    outboxEntry(ClassMemberRemovedV1, { classId, personId }, cause, membershipIdentity(membership)),
  );
};
