import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planTranscode } from '../domain/plan.ts';
import { createEngine } from './engine.ts';
import { identify } from './identify.ts';
import { loadNodeAv, type NodeAv } from './node-av.ts';
import { probe } from './probe.ts';
import { openFileReader, type RangeReader } from './range-reader.ts';
import { makeSound, type Recorded } from './sound-fixture.ts';

const childPath = fileURLToPath(new URL('./child.ts', import.meta.url));
const engine = createEngine({ childPath });

let av: NodeAv;
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  av = await loadNodeAv();
  folder = mkdtempSync(join(tmpdir(), 'formats-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read<T>(path: string, use: (source: RangeReader) => Promise<T>): Promise<T> {
  await using source = await openFileReader(path);
  return await use(source);
}

describe('sound alone', () => {
  test.each<[Recorded, string]>([
    ['mp3', 'mp3'],
    ['ogg', 'ogg'],
    ['flac', 'flac'],
    ['wav', 'wave'],
    ['m4a', 'isobmff'],
  ])('as %s is known, measured and has no picture', async (wrap, container) => {
    const path = at(`tone.${wrap}`);
    makeSound(av, wrap, 'sine=d=3:r=48000', path);
    expect(await read(path, identify)).toMatchObject({ ok: true, value: { kind: 'audio', container } });
    const facts = await read(path, probe);
    if (!facts.ok) expect.fail(facts.rejection.code);
    expect(facts.value.picture).toBeUndefined();
    expect(facts.value).toMatchObject({ container, sound: { channels: 1 } });
    expect(facts.value.endsAt - facts.value.startsAt).toBeCloseTo(3, 0);
  });

  test('is encoded from its own container', async () => {
    const path = at('tone.mp3');
    const facts = await read(path, probe);
    const plan = facts.ok ? planTranscode(facts.value, 'test') : facts;
    if (!plan.ok) expect.fail(plan.rejection.code);
    const sounds = await read(path, (source) => engine.encodeAudio(plan.value, source, at('sounds')));
    expect(sounds.ok && sounds.value.map(({ name }) => name)).toEqual(['audio', 'audio-48k']);
  });
});
