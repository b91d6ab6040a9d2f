import { audience } from './vi/audience.ts';
import { calendar } from './vi/calendar.ts';
import { certificates } from './vi/certificates.ts';
import { desk } from './vi/desk.ts';
import { downloads } from './vi/downloads.ts';
import { everybody } from './vi/everybody.ts';
import { items } from './vi/items.ts';
import { materials } from './vi/materials.ts';
import { names } from './vi/names.ts';
import { packages } from './vi/packages.ts';
import { player } from './vi/player.ts';
import { recording } from './vi/recording.ts';
import { table } from './vi/table.ts';
import { tv } from './vi/tv.ts';
import { watching } from './vi/watching.ts';

/** Every sentence of the site in Vietnamese: short, plain, at most about 15 words. */
export const vi = {
  ...everybody,
  ...desk,
  items,
  audience,
  calendar,
  certificates,
  downloads,
  materials,
  names,
  packages,
  player,
  recording,
  table,
  tv,
  watching,
};
