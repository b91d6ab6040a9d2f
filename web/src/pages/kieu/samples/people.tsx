import type { PersonHere } from '../../../session/session.ts';
import { Face } from '../../../ui/face.tsx';
import { PersonRows } from '../../../ui/person-rows.tsx';
import type { Sample } from '../sample.ts';

/** Two who are not on this device: pressing one leads to the sign-in page. */
const people = (name: string): readonly PersonHere[] => [
  {
    personId: 'sample-1',
    loginName: 'hanh',
    name,
    roles: ['learner'],
    colour: 0,
    needsPassword: false,
    lasts: 'device',
  },
  {
    personId: 'sample-2',
    loginName: 'long',
    name: '',
    roles: ['teacher'],
    colour: 3,
    needsPassword: true,
    lasts: 'device',
  },
];

export const persons: readonly Sample[] = [
  {
    of: 'Face',
    as: 'face',
    draw: ({ value }) => (
      <p class="row">
        {[0, 1, 2, 3, 4, 5].map((colour) => (
          <Face key={colour} person={{ ...(people(value)[0] as PersonHere), colour }} />
        ))}
        <Face person={undefined} />
      </p>
    ),
  },
  {
    of: 'PersonRows',
    as: 'list',
    draw: ({ value }) => <PersonRows people={people(value)} onPicked={() => undefined} />,
  },
];
