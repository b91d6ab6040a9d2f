import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClipOptions, makeClip, truncateClip } from './fixtures.ts';
import { loadNodeAv, type NodeAv } from './node-av.ts';
import { probe } from './probe.ts';
import { openFileReader, type RangeReader } from './range-reader.ts';

let av: NodeAv;
let folder: string;

beforeAll(async () => {
  av = await loadNodeAv();
  folder = mkdtempSync(join(tmpdir(), 'probe-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function clip(name: string, options: Partial<ClipOptions> = {}): string {
  const path = join(folder, name);
  makeClip(av, { path, picture: 'testsrc2=s=320x180:r=25:d=6', width: 320, height: 180, ...options });
  return path;
}

async function probeFile(path: string) {
  await using reader = await openFileReader(path);
  return await probe(reader);
}

function inMemory(bytes: Uint8Array): RangeReader {
  return { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}

const inText = (text: string) => inMemory(new TextEncoder().encode(text));

test('a sound recording is described', async () => {
  expect(await probeFile(clip('sound.mp4', { sound: 'sine=d=6' }))).toMatchObject({
    ok: true,
    value: {
      container: 'isobmff',
      picture: {
        display: { width: 320, height: 180 },
        rotation: 0,
        frameRate: expect.closeTo(25, 3),
        highDynamicRange: false,
        content: 'camera',
      },
      sound: { channels: 1 },
      startsAt: 0,
      endsAt: expect.closeTo(6, 3),
    },
  });
});

test('sound is told apart that cannot be copied from among its pictures', async () => {
  const alac = await probeFile(clip('alac.mp4', { sound: 'sine=d=6', soundCodec: 'alac' }));
  expect(alac.ok && alac.value.sound).toEqual({ channels: 1, isReadTwice: true });
  const aac = await probeFile(clip('aac.mp4', { sound: 'sine=d=6' }));
  expect(aac.ok && aac.value.sound).toEqual({ channels: 1 });
});

test('a recording with pauses keeps its nominal rate and its length', async () => {
  const picture = "testsrc2=s=320x180:r=25:d=6,select='not(between(n,20,120))'";
  const verdict = await probeFile(clip('vfr.mp4', { picture }));
  expect(verdict).toMatchObject({
    value: { picture: { frameRate: expect.closeTo(25, 3) }, endsAt: expect.closeTo(6, 3) },
  });
  expect(verdict).not.toHaveProperty('value.sound');
});

test('a recording held upright reports the size it is shown at', async () => {
  expect(await probeFile(clip('turned.mp4', { rotation: 90 }))).toMatchObject({
    value: {
      picture: { rotation: 90, display: { width: 180, height: 320 }, coded: { width: 320, height: 180 } },
    },
  });
});

test('an upload that broke off is refused with the last good second', async () => {
  const whole = clip('whole.mp4');
  const path = join(folder, 'half.mp4');
  truncateClip(whole, path, 0.5);
  const verdict = await probeFile(path);
  expect(verdict).toMatchObject({ ok: false, rejection: { code: 'TRUNCATED' } });
  const seconds = verdict.ok ? Number.NaN : verdict.rejection.goodUntilSeconds;
  expect(seconds).toBeGreaterThan(1);
  expect(seconds).toBeLessThan(5);
});

test('a file whose index never arrived is refused as such', async () => {
  const bytes = readFileSync(clip('faststart.mp4'));
  const moov = bytes.indexOf('moov', 0, 'latin1') - 4;
  expect(await probe(inMemory(bytes.subarray(0, moov)))).toEqual({
    ok: false,
    rejection: { code: 'NO_INDEX' },
  });
  expect(await probe(inMemory(bytes.subarray(0, moov + 400)))).toEqual({
    ok: false,
    rejection: { code: 'NO_INDEX' },
  });
});

test('an unlisted codec is refused', async () => {
  expect(await probeFile(clip('odd.mp4', { codec: 'ffv1' }))).toEqual({
    ok: false,
    rejection: { code: 'CODEC' },
  });
});

test.each([
  ['a playlist', '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10.0,\nhttp://127.0.0.1/x.ts\n#EXT-X-ENDLIST\n'],
  ['a manifest', '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"></MPD>'],
  ['a session description', 'v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 9912 RTP/AVP 96\n'],
  ['a concatenation script', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
  ['a note', 'hello, this is not a video\n'],
])('%s named as a video is refused from its first bytes alone', async (_, text) => {
  const reads: number[] = [];
  const source = inText(text);
  const watched = {
    ...source,
    read: (start: number, end: number) => {
      reads.push(end);
      return source.read(start, end);
    },
  };
  expect(await probe(watched)).toEqual({ ok: false, rejection: { code: 'UNRECOGNISED' } });
  expect(reads).toEqual([text.length]);
});

test('an empty upload is refused', async () => {
  expect(await probe(inText(''))).toEqual({ ok: false, rejection: { code: 'EMPTY' } });
});

test('a store that fails is a fault to retry, not a verdict on the file', async () => {
  const bytes = readFileSync(clip('fine.mp4'));
  let reads = 0;
  const flaky: RangeReader = {
    size: bytes.length * 1000,
    read: async (start, end) => {
      reads += 1;
      if (reads > 1) throw new Error('503 slow down');
      return bytes.subarray(start, end);
    },
  };
  await expect(probe(flaky)).rejects.toThrow('503 slow down');
});
