import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programVersion } from './configured-engine.ts';
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

test('a program that never says which version it is keeps nobody waiting', () => {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  const program = (name: string, says: string) => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${says}\n`, { mode: 0o755 });
    return path;
  };
  expect(programVersion(program('good', 'echo ffmpeg version 9.0'))).toBe('9.0');
  expect(() => programVersion(program('other', 'echo hello'))).toThrow('does not say');
  expect(() => programVersion(program('silent', 'exec /bin/sleep 60'), 100)).toThrow('ETIMEDOUT');
  rmSync(folder, { recursive: true });
});
