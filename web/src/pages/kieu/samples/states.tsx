import type { Resource } from '../../../state/use-resource.ts';
import { Loaded, NoRight, Nothing, OnlyFor, Waiting } from '../../../ui/loaded.tsx';
import type { Sample } from '../sample.ts';
import { problem } from './words.tsx';

const asked = (seen: Partial<Resource<string>>): Resource<string> => ({
  reload: async () => undefined,
  replace: () => undefined,
  ...seen,
});
const show = (text: string) => <p class="card">{text}</p>;

export const states: readonly Sample[] = [
  { of: 'Waiting', as: 'waiting', draw: () => <Waiting /> },
  { of: 'Loaded', as: 'waiting', draw: () => <Loaded of={asked({})}>{show}</Loaded> },
  { of: 'Loaded', as: 'there', draw: ({ plain }) => <Loaded of={asked({ data: plain })}>{show}</Loaded> },
  {
    of: 'Loaded',
    as: 'behind',
    draw: ({ plain }) => <Loaded of={asked({ data: plain, behind: problem(0, 'offline') })}>{show}</Loaded>,
  },
  { of: 'Loaded', as: 'failing', draw: () => <Loaded of={asked({ problem: problem(503) })}>{show}</Loaded> },
  {
    of: 'Loaded',
    as: 'offline',
    draw: () => <Loaded of={asked({ problem: problem(0, 'offline') })}>{show}</Loaded>,
  },
  {
    of: 'Loaded',
    as: 'signedOut',
    draw: () => <Loaded of={asked({ problem: problem(401, 'sign-in-needed') })}>{show}</Loaded>,
  },
  { of: 'NoRight', as: 'forbidden', draw: () => <NoRight /> },
  {
    of: 'OnlyFor',
    as: 'forbidden',
    draw: ({ plain }) => <OnlyFor roles={[]}>{show(plain)}</OnlyFor>,
  },
  {
    of: 'Nothing',
    as: 'nothing',
    draw: ({ sentence, press }) => (
      <Nothing text={sentence}>
        <a class="btn" href="/kieu">
          {press}
        </a>
      </Nothing>
    ),
  },
];
