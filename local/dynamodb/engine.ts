import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import type { ItemStore } from './item-store.ts';
import type { Streams } from './streams.ts';
import type { Tables } from './tables.ts';
import type { Usage } from './usage.ts';

/** What every operation works with. */
export type Engine = {
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly tables: Tables;
  readonly items: ItemStore;
  readonly streams: Streams;
  readonly usage: Usage;
};

/** One API operation: checks its input and answers with the members of the response. Throws AwsError. */
export type Operation = (engine: Engine, input: unknown) => object;
