/**
 * What is known to be too old. FFmpeg mends faults in the release branches it still keeps, so each branch has a floor
 * of its own; branches that are not named are measured by the newest one.
 */
const FLOORS: Readonly<Record<string, string>> = {
  // CVE-2026-8461: heap write by a crafted MagicYUV stream.
  '5.1': '5.1.10',
  '8.1': '8.1.2',
};
const NEWEST_BRANCH = '8.1';

/** A written reason to use an engine below its floor. It holds for this very version and no other. */
interface Waiver {
  readonly version: string;
  readonly reason: string;
}

const MITIGATED =
  'The fault is in a decoder that no upload reaches: the probe and the engine go by one list of decoders. The process ' +
  'has an empty environment without credentials, and libav may use no protocol of the network in it; where the kernel takes ' +
  'a filter (ADR 0043), the system cuts it off.';

const WAIVERS: readonly Waiver[] = [
  {
    version: '8.1-Jellyfin',
    reason: `In node-av 6.1.1, the newest there is; no 8.1.2 is packaged. ${MITIGATED}`,
  },
  { version: '5.1.9-0+deb12u1', reason: `Debian 12, to compare with on a developer's machine. ${MITIGATED}` },
];

const numbersOf = (version: string) =>
  (/^n?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? '0').split('.').map(Number);

function compare(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  const place = Array.from({ length }, (_, i) => i).find((i) => (a[i] ?? 0) !== (b[i] ?? 0));
  return place === undefined ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

/** Where a version stands; `waiver` is the written reason for using one that is below its floor. */
export type Standing =
  | { readonly is: 'current' }
  | { readonly is: 'waived'; readonly waiver: string }
  | { readonly is: 'below'; readonly floor: string };

/** Where an engine stands, by the version FFmpeg reports. */
export function standingOf(version: string): Standing {
  const numbers = numbersOf(version);
  const floor = FLOORS[numbers.slice(0, 2).join('.')] ?? FLOORS[NEWEST_BRANCH] ?? '';
  if (compare(numbers, numbersOf(floor)) >= 0) return { is: 'current' };
  const waiver = WAIVERS.find((each) => each.version === version);
  return waiver ? { is: 'waived', waiver: waiver.reason } : { is: 'below', floor };
}

/** Throws for an engine below its floor that nobody wrote a waiver for. */
export function requireStanding(version: string): void {
  const standing = standingOf(version);
  if (standing.is === 'below')
    throw new Error(`FFmpeg ${version} is older than ${standing.floor}, and has no waiver`);
}
