import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeClip } from './fixtures.ts';
import { openFile } from './input.ts';
import { loadNodeAv, type NodeAv } from './node-av.ts';
import { closeSource, decode, openSource } from './source.ts';

let av: NodeAv;
let folder: string;
beforeAll(async () => {
  av = await loadNodeAv();
  folder = mkdtempSync(join(tmpdir(), 'source-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function clip(name: string, codec: 'libx264' | 'ffv1'): string {
  const path = join(folder, name);
  makeClip(av, {
    path,
    picture: 'testsrc2=s=64x36:r=25:d=1',
    sound: 'sine=d=1',
    width: 64,
    height: 36,
    codec,
  });
  return path;
}

test('all frames of a file are decoded', () => {
  const source = openSource(av, openFile(clip('fine.mp4', 'libx264')), 'isobmff', 'video');
  let frames = 0;
  for (const frame of decode(av, source)) frames += frame.width === 64 ? 1 : 0;
  closeSource(source);
  expect(frames).toBe(25);
});

test('the native reader is bound to the planned container and to listed codecs', () => {
  expect(() => openSource(av, openFile(clip('fine.mp4', 'libx264')), 'matroska', 'video')).toThrow(
    'open source',
  );
  expect(() => openSource(av, openFile(clip('odd.mp4', 'ffv1')), 'isobmff', 'video')).toThrow(
    'with an allowed codec',
  );
});

test.each([
  ['playlist', '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1.0,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'],
  ['script', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
])('a %s is not followed, even past the probe', (name, text) => {
  const path = join(folder, `${name}.mp4`);
  writeFileSync(path, text);
  expect(() => openSource(av, openFile(path), 'isobmff', 'video')).toThrow('open source');
});
