import { mkdirSync } from 'node:fs';
import { AVCOL_TRC_BT709 } from 'node-av/constants';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chunkRange, planTranscode } from '../domain/plan.ts';
import { rewrap, type Wrap } from './container-fixtures.ts';
import { bothEngines, openWorkbench, resultOf, type Workbench } from './engine.suite.ts';
import type { Engine } from './engine.ts';
import type { ClipOptions } from './fixtures.ts';
import { identify } from './identify.ts';
import { probe } from './probe.ts';
import type { RangeReader } from './range-reader.ts';
import type { Remuxed } from './remux.ts';
import { picturesOf, samplesOf, sourceOf } from './test-media.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const ENGINES = bothEngines();

type Filmed = Partial<ClipOptions> & { readonly wrap?: Wrap };

const FILMS: [string, Filmed][] = [
  [
    'HEVC of a high dynamic range, held upright',
    { codec: 'libx265', isHlg: true, tag: 'hvc1', rotation: 90 },
  ],
  ['VP8 with Vorbis in WebM', { codec: 'libvpx', soundCodec: 'libvorbis', container: 'webm' }],
  ['VP9 with Opus in WebM', { codec: 'libvpx-vp9', soundCodec: 'libopus', container: 'webm' }],
  ['AV1 in MP4', { codec: 'libsvtav1' }],
  ['MPEG-4 in MP4', { codec: 'mpeg4' }],
  [
    'MPEG-4 with MP3 in AVI',
    { codec: 'mpeg4', soundCodec: 'libmp3lame', container: 'matroska', wrap: 'avi' },
  ],
  ['H.264 with AAC in TS', { wrap: 'mpegts' }],
  ['H.264 with AC-3, of a camcorder', { soundCodec: 'ac3', container: 'matroska', wrap: 'mpegts' }],
  ['H.264 with MP2 in TS', { soundCodec: 'mp2', container: 'matroska', wrap: 'mpegts' }],
  ['H.264 with ALAC in MP4', { soundCodec: 'alac' }],
];

const SHAPE = { width: 128, height: 64 };
/** White above black, so that it shows how the picture was held. */
const PICTURE = 'color=c=black:s=128x64:r=25:d=1,drawbox=w=iw:h=ih/2:color=white:t=fill';

/** A file of which chunks can be made: as it came, or laid anew. */
async function workable(engine: Engine, path: string, outDir: string): Promise<RangeReader> {
  const source = sourceOf(path);
  const identified = await identify(source);
  if (!identified.ok) expect.fail(identified.rejection.code);
  const { isLoose, container } = identified.value;
  if (!isLoose) return source;
  mkdirSync(outDir);
  const laid = resultOf(await engine.remux(container as Remuxed, source, outDir));
  return sourceOf(laid.ok ? laid.value : expect.fail(laid.rejection.code));
}

async function planned(source: RangeReader) {
  const facts = await probe(source);
  if (!facts.ok) expect.fail(facts.rejection.code);
  const plan = planTranscode(facts.value, 'test');
  return plan.ok ? { facts: facts.value, plan: plan.value } : expect.fail(plan.rejection.code);
}

test.each(FILMS)('%s is encoded', async (name, { wrap, ...film }) => {
  const clip = bench.clip(`${name}.clip`, { picture: PICTURE, sound: 'sine=d=1', ...SHAPE, ...film });
  const path = wrap ? bench.at(`${name}.${wrap}`) : clip;
  if (wrap) rewrap(bench.av, clip, path, wrap);
  for (const { name: n, engine: each } of ENGINES) {
    const out = (part: string) => bench.at(`${name} ${n} ${part}`);
    const source = await workable(each, path, out('laid'));
    const { facts, plan } = await planned(source);
    expect(facts.picture).toMatchObject({
      highDynamicRange: film.isHlg ?? false,
      rotation: film.rotation ?? 0,
    });
    const [large] = resultOf(await each.encodeChunk(plan, chunkRange(plan, 0), source, out('picture')));
    const pictures = picturesOf(bench.av, bench.joined(`${name} ${n}.mp4`, [large!]));
    expect(Math.abs(pictures.length - 25)).toBeLessThanOrEqual(1);
    // White above, or on the right once a quarter turned.
    const [picture] = pictures;
    expect(picture).toMatchObject(film.rotation ? { width: 64, height: 128 } : SHAPE);
    expect(picture!.corners.map((luma) => luma > 128)).toEqual(
      film.rotation ? [false, true, false, true] : [true, true, false, false],
    );
    if (film.isHlg) expect(picture).toMatchObject({ transfer: AVCOL_TRC_BT709 });
    const sounds = resultOf(await each.encodeAudio(plan, source, out('sound')));
    const samples = samplesOf(bench.av, bench.joined(`${name} ${n} sound.mp4`, sounds.slice(0, 1)));
    expect(Math.abs(Math.max(...samples.map(Math.abs)))).toBeGreaterThan(0.05);
  }
});
