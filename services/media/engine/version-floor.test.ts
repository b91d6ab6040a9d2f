import { expect, test } from 'vitest';
import { loadNodeAv } from './node-av.ts';
import { requireStanding, standingOf } from './version-floor.ts';

test('the packaged engine is at its floor, or a waiver for this very version says why not', async () => {
  const { lib } = await loadNodeAv();
  const { version } = lib.getFFmpegInfo();
  expect(['current', 'waived']).toContain(standingOf(version).is);
});

test.each([
  ['8.1.2', 'current'],
  ['8.1.3-Jellyfin', 'current'],
  ['n8.2', 'current'],
  ['9.0', 'current'],
  ['5.1.10-0+deb12u1', 'current'],
  ['8.1-Jellyfin', 'waived'],
  ['5.1.9-0+deb12u1', 'waived'],
  ['8.1.1', 'below'],
  ['8.1', 'below'],
  ['7.1.3', 'below'],
  ['5.1.9-0+deb12u2', 'below'],
  ['N-118-gdeadbeef', 'below'],
])('FFmpeg %s is %s', (version, is) => {
  expect(standingOf(version).is).toBe(is);
});

test('an engine below its floor is not used', () => {
  expect(() => requireStanding('4.4.1')).toThrow('4.4.1 is older than 8.1.2');
  expect(() => requireStanding('8.1.2')).not.toThrow();
});
