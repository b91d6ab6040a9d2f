import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { planTranscode, type TranscodePlan } from '../../services/media/domain/plan.ts';
import { ENGINE_VERSION } from '../../services/media/engine/engine.ts';
import { makeClip } from '../../services/media/engine/fixtures.ts';
import type { NodeAv } from '../../services/media/engine/node-av.ts';
import { probe } from '../../services/media/engine/probe.ts';
import { openFileReader } from '../../services/media/engine/range-reader.ts';

/** Recordings made on the spot, so that anybody measures the same ones. */
export interface Footage {
  readonly name: string;
  readonly path: string;
  readonly plan: TranscodePlan;
}

const SPEECH = (seconds: number) =>
  `aevalsrc=0.04*sin(2*PI*(180+40*sin(2*PI*3*t))*t)*gt(mod(t\\,1.7)\\,0.5):s=48000:d=${seconds}`;

/** A picture in motion under a sensor's noise, as a phone films it; about 20 Mbit/s at 1080p. */
const PHONE = (size: string, seconds: number) =>
  `mandelbrot=s=480x270:r=30:maxiter=300:start_scale=3:end_scale=0.001:end_pts=2700,trim=duration=${seconds},` +
  `scale=${size}:flags=bicubic,eq=saturation=0.7,noise=alls=6:allf=t`;

/**
 * A page of marks as fine and as soft as letters that goes up by a line every second, and a cursor that wanders over it.
 * Ink and paper are in the range of television: what is blacker than its black, similarity takes for a great loss when it
 * is off by three.
 */
const SCREEN = (seconds: number) =>
  `cellauto=s=320x80:r=1:rule=110:random_seed=7,scale=1280:320:flags=bicubic,format=yuv420p,negate,` +
  `lutyuv=y=clip(val\\,44\\,235),` +
  `pad=1920:1080:320:160:0xF7F7F2,fps=30,trim=duration=${seconds}[page];` +
  `color=c=red:s=22x30:r=30:d=${seconds}[cursor];[page][cursor]overlay=x='960+700*sin(t*0.7)':y='540+380*cos(t*0.9)'`;

/** The plan the service would make for a file. */
export async function planFor(file: string): Promise<TranscodePlan> {
  await using reader = await openFileReader(file);
  const facts = await probe(reader);
  const plan = facts.ok ? planTranscode(facts.value, ENGINE_VERSION) : facts;
  if (!plan.ok) throw new Error(`${file}: ${plan.rejection.code}`);
  return plan.value;
}

/** A folder with the two recordings of `seconds`, and a small one of twice that; removed when disposed of. */
export async function makeFootage(av: NodeAv, seconds: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'media-bench-'));
  const make = async (
    name: string,
    picture: string,
    width: number,
    height: number,
    crf: number,
    s: number,
  ) => {
    const file = path.join(folder, `${name}.mp4`);
    makeClip(av, { path: file, picture, sound: SPEECH(s), width, height, crf });
    return { name, path: file, plan: await planFor(file) };
  };
  return {
    folder,
    phone: await make('phone', PHONE('1920:1080', seconds), 1920, 1080, 19, seconds),
    screen: await make('screen', SCREEN(seconds), 1920, 1080, 16, seconds),
    small: await make('small', PHONE('640:360', 2 * seconds), 640, 360, 19, 2 * seconds),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}
export type AllFootage = Awaited<ReturnType<typeof makeFootage>>;
