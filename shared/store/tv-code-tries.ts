import type { Sender } from '../http/asker-address.ts';
import type { Counter } from './try-store.ts';

/** Wrong codes in an hour: of one address, behind which a hall with several televisions may sit. */
const OF_ONE_ADDRESS = 60;
/** Of all that reached the gateway from one machine: an edge for many halls, or somebody who goes around the edge. */
const BY_ONE_WAY = 240;
/** Of all together, so far above both that nobody shuts the televisions of others out by being wrong on purpose. */
const TOGETHER = 3_000;

/** The counts that a wrong code for a television goes into, in each of the services that answer for one. */
export const tvCodeCounters = ({ address, via }: Sender, at: string): readonly Counter[] => {
  const hour = at.slice(0, 13);
  return [
    { who: `address#${address}`, hour, limit: OF_ONE_ADDRESS },
    { who: `via#${via}`, hour, limit: BY_ONE_WAY },
    { who: 'addresses', hour, limit: TOGETHER },
  ];
};
