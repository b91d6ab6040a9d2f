import { arrangement } from './arrangement.ts';
import { focusFaults, followFocus } from './focus.ts';
import { findFrameFaults } from './frame.ts';
import { findOverlaps } from './overlaps.ts';
import { spread } from './spacing.ts';
import { findSpills } from './spills.ts';
import { findSmallTargets } from './targets.ts';

/** What the browser tests evaluate in a page; tests/support/browser-look.ts bundles it, since no import reaches there. */
const looking = {
  faults: (): string[] => [...findSpills(), ...findOverlaps(), ...findSmallTargets(), ...findFrameFaults()],
  spills: (): string[] => [...findSpills(), ...findOverlaps()],
  arrangement,
  spread,
  followFocus,
  focusFaults,
};
Object.assign(globalThis, { looking });
