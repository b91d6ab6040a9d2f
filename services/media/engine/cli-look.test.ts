import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { childPath } from './engine.suite.ts';
import { createEngine } from './engine.ts';
import type { RangeReader } from './range-reader.ts';
import { VERDICT_WORK_MS } from './run-child.ts';

const MIB = 1024 ** 2;
const folder = mkdtempSync(join(tmpdir(), 'cli-look-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What becomes of a broadcast with a program that does what the shell's words say; and how much of it was read. */
async function laidAnewBy(script: string) {
  const ffmpegPath = join(folder, 'program');
  writeFileSync(ffmpegPath, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  let read = 0;
  const source: RangeReader = {
    size: 40 * MIB,
    read: async (start, end) => {
      read += end - start;
      return new Uint8Array(end - start);
    },
  };
  const outcome = await createEngine({ childPath, ffmpegPath }).remux('mpegts', source, folder);
  return { outcome, read };
}

test('a file that keeps the program busy for longer than a look may work is refused by its beginning', async () => {
  const begun = performance.now();
  const { outcome, read } = await laidAnewBy('while :; do :; done');
  expect(outcome).toEqual({ ok: true, value: { ok: false, rejection: { code: 'CODEC' } } });
  expect(performance.now() - begun).toBeGreaterThan(VERDICT_WORK_MS);
  expect(read).toBe(16 * MIB);
});

test('a file that was looked at is laid anew, and that alone reads all of it', async () => {
  const list = "printf '#media_type 0: video\\n#codec_id 0: h264\\n#dimensions 0: 320x180\\n'";
  const { outcome, read } = await laidAnewBy(`case "$*" in *framecrc*) ${list} ;; esac`);
  expect(outcome).toMatchObject({ ok: true, value: { ok: true } });
  expect(read).toBe((16 + 40) * MIB);
});
