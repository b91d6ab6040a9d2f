import { afterEach, describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '../../local/core/faults.ts';
import { checkBooks } from '../support/books.ts';
import { spendBusyDay } from '../support/busy-day.ts';
import { openCentre } from '../support/centre.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';

const FAULTS = { duplicate: 0.15, reorder: 0.25, crash: 0.1, throttle: 0.05, conflict: 0.1 };

let platform: LocalPlatform | undefined;
afterEach(() => platform?.stop());

describe('on a bad day', () => {
  it.each([1, 2, 3])('nothing is lost and nothing doubled, seed %i', async (seed) => {
    platform = await startPlatform({ faults: FAULTS, seed });
    const centre = await openCentre(platform, { learners: 8 });
    const day = await spendBusyDay(platform, centre);
    await checkBooks(centre, day, platform.data);
    const { hits } = platform.cloud.faults;
    for (const kind of FAULT_KINDS) expect([kind, hits[kind] > 0]).toEqual([kind, true]);
  });
});
