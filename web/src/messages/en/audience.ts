import { formatCount } from '../../format/numbers.ts';
import type { Messages } from '../language.ts';

const people = (n: number) => (n === 1 ? '1 person' : `${formatCount(n, 'en')} people`);

const through = (viewers: number, finished: number): string => {
  if (finished === 0) return 'nobody to the end.';
  return finished === viewers ? 'all to the end.' : `${formatCount(finished, 'en')} to the end.`;
};

export const audience: Messages['audience'] = {
  title: 'Audience',
  none: 'Nobody has watched this yet.',
  noneOf: (learners) => `None of ${people(learners)} has watched this yet.`,
  seen: (viewers, finished) => `${people(viewers)} watched this, ${through(viewers, finished)}`,
  seenOf: (viewers, learners, finished) =>
    `${formatCount(viewers, 'en')} of ${people(learners)} watched this, ${through(viewers, finished)}`,
  leave: (n, from, to) => `Most stopped between ${from} and ${to}: ${people(n)}.`,
  stay: 'Still watching',
  left: 'Stopped',
  table: 'See as a table',
  part: 'Part',
  stopped: 'People who stopped',
  span: (from, to) => `${from} to ${to}`,
};
