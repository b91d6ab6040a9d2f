import { expect, it } from 'vitest';
import { bestChannel } from './best-channel.ts';

const channel = (label: string, touches: number, enrolments: number) => ({ label, touches, enrolments });

it('praises the channel that brought learners, not the one that was only opened', () => {
  expect(bestChannel([channel('a', 90, 1), channel('b', 5, 3)])).toEqual({
    by: 'enrolments',
    label: 'b',
    count: 3,
  });
});

it('names the channel opened most while nobody has enrolled, the first one on a tie, and none without touches', () => {
  expect(bestChannel([channel('a', 4, 0), channel('b', 4, 0)])).toEqual({
    by: 'touches',
    label: 'a',
    count: 4,
  });
  expect(bestChannel([channel('a', 0, 0)])).toBeUndefined();
  expect(bestChannel([])).toBeUndefined();
});
