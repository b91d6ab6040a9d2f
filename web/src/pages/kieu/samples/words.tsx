import type { Problem } from '../../../api/types.ts';
import { Notice, Refusal } from '../../../ui/notice.tsx';
import type { Sample } from '../sample.ts';

export const problem = (status: number, code = 'internal'): Problem => ({
  type: `/problems/${code}`,
  code,
  title: '',
  status,
});

export const words: readonly Sample[] = [
  {
    of: 'Notice',
    as: 'plain',
    draw: ({ plain }) => (
      <Notice>
        <p>{plain}</p>
      </Notice>
    ),
  },
  {
    of: 'Notice',
    as: 'good',
    draw: ({ good }) => (
      <Notice tone="good">
        <p>{good}</p>
      </Notice>
    ),
  },
  {
    of: 'Notice',
    as: 'bad',
    draw: ({ bad }) => (
      <Notice tone="bad">
        <p>{bad}</p>
      </Notice>
    ),
  },
  { of: 'Refusal', as: 'refused', draw: () => <Refusal problem={problem(503)} /> },
  { of: 'Refusal', as: 'offline', draw: () => <Refusal problem={problem(0, 'offline')} /> },
  { of: 'Refusal', as: 'signedOut', draw: () => <Refusal problem={problem(401, 'sign-in-needed')} /> },
];
