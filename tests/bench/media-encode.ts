import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleFolder } from '../../infra/bundle.ts';
import { chunkCount, chunkRange, type TranscodePlan } from '../../services/media/domain/plan.ts';
import type { EncodedTrack } from '../../services/media/engine/collect.ts';
import { createEngine, type Engine, type EngineOptions } from '../../services/media/engine/engine.ts';
import type { AllFootage, Footage } from './media-clips.ts';
import { compare, countingReader, watchMemory } from './media-measure.ts';
import { oneShotPath, type Program } from './media-program.ts';

/** As it is deployed: from its sources a process would take twice as long to start. `media.ts` bundles it first. */
const childPath = path.join(bundleFolder('media', 'transcode-part.queue'), 'child.mjs');
export const engineWith = (options: Partial<EngineOptions> = {}): Engine =>
  createEngine({ childPath, ...options });

/** One line of the table: id, what, the figure, what it has to be. */
export type Line = readonly [string, string, number | string, string];

/** Differences that matter are in the fourth place. */
export const fine = (value: number): string => value.toFixed(4);

/** Every part of a recording by some workers at a time, the sound first as in the product, into files as a player would join them. */
export async function encodeAll(
  engine: Engine,
  footage: Footage,
  plan: TranscodePlan,
  out: string,
  workers = 1,
) {
  const tracks = new Map<string, EncodedTrack[]>();
  const source = countingReader(footage.path);
  const encodeSound = async (): Promise<void> => {
    const made = await engine.encodeAudio(plan, source, path.join(out, 'sound'));
    if (!made.ok) throw new Error(`${made.failure.code} ${made.failure.detail}`);
  };
  const encodeChunk = async (index: number): Promise<void> => {
    const folder = path.join(out, `chunk-${index}`);
    const made = await engine.encodeChunk(plan, chunkRange(plan, index), source, folder);
    if (!made.ok) throw new Error(`${made.failure.code} ${made.failure.detail}`);
    for (const track of made.value) {
      const pieces = tracks.get(track.name) ?? [];
      pieces[index] = track;
      tracks.set(track.name, pieces);
    }
  };
  const chunks = Array.from({ length: chunkCount(plan) }, (_, index) => () => encodeChunk(index));
  const waiting = [encodeSound, ...chunks];
  const worker = async () => {
    for (let work = waiting.shift(); work; work = waiting.shift()) await work();
  };
  await Promise.all(Array.from({ length: workers }, worker));
  for (const [name, pieces] of tracks) {
    const files = [
      pieces[0]?.init.path ?? '',
      ...pieces.flatMap((piece) => piece.segments.map((one) => one.path)),
    ];
    writeFileSync(path.join(out, `${name}.mp4`), Buffer.concat(files.map((file) => readFileSync(file))));
  }
}

const halves = (plan: TranscodePlan): TranscodePlan => ({
  ...plan,
  chunkFrames: plan.segmentFrames * Math.ceil(plan.frames / plan.segmentFrames / 2),
});

const cleared = (folder: string) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** M1 and M3: in chunks against one run of the program over the whole file. */
async function againstOneShot(
  program: Program,
  footage: Footage,
  folder: string,
  rounds: number,
): Promise<Line[]> {
  const [ours, once] = [path.join(folder, 'ours'), path.join(folder, 'once')];
  const plan = halves(footage.plan);
  const engine = engineWith();
  const ratio = await compare(
    rounds,
    () => encodeAll(engine, footage, plan, cleared(ours)),
    () => program.oneShot(footage, cleared(once)),
  );
  const lines: Line[] = [
    ['M1', `${footage.name}: processor time, two chunks ÷ one run`, ratio.cpu, '≤ 1.05'],
  ];
  for (const rung of plan.rungs) {
    const mine = path.join(ours, `${rung.name}.mp4`);
    const theirs = oneShotPath(once, rung.name);
    const bytes = statSync(mine).size / statSync(theirs).size;
    const gain =
      (await program.similarity(mine, footage, rung)) - (await program.similarity(theirs, footage, rung));
    lines.push(
      ['M3', `${footage.name} ${rung.name}: bytes ÷ one run`, bytes, '≤ 1.03'],
      ['M3', `${footage.name} ${rung.name}: SSIM − one run`, fine(gain), '≥ −0.001'],
    );
  }
  return lines;
}

/** M2: two workers over many chunks against one run on two threads. */
async function onTwoCores(program: Program, footage: Footage, folder: string, rounds: number): Promise<Line> {
  const plan = { ...footage.plan, chunkFrames: footage.plan.segmentFrames };
  const engine = engineWith();
  const ratio = await compare(
    rounds,
    () => encodeAll(engine, footage, plan, cleared(path.join(folder, 'two')), 2),
    () => program.oneShot(footage, cleared(path.join(folder, 'once'))),
  );
  return ['M2', `${chunkCount(plan)} small chunks by 2 workers: wall ÷ one run`, ratio.wall, '≤ 1.10'];
}

/** M6: the packaged engine against the program behind the same interface. */
async function twoEngines(
  program: Program,
  footage: Footage,
  folder: string,
  rounds: number,
): Promise<Line[]> {
  const [ours, theirs] = [path.join(folder, 'node-av'), path.join(folder, 'program')];
  const ratio = await compare(
    rounds,
    () => encodeAll(engineWith(), footage, footage.plan, cleared(ours)),
    () => encodeAll(engineWith({ ffmpegPath: program.path }), footage, footage.plan, cleared(theirs)),
  );
  const differences = footage.plan.rungs.map(({ name }) =>
    Math.abs(statSync(path.join(ours, `${name}.mp4`)).size - statSync(path.join(theirs, `${name}.mp4`)).size),
  );
  return [
    ['M6', 'processor time, node-av ÷ program', ratio.cpu, '≤ 1.10'],
    ['M6', 'largest difference of a rendition, bytes', Math.max(...differences), '≤ 64'],
  ];
}

/** M9: what the content class saves. */
async function screenAtRate(program: Program, screen: Footage, folder: string): Promise<Line[]> {
  const [top] = screen.plan.rungs;
  if (!top || screen.plan.content !== 'screen') throw new Error('the screen was not recognised');
  const out = path.join(folder, 'rate.mp4');
  await program.atRate(screen, 4500, out);
  await encodeAll(engineWith(), screen, screen.plan, cleared(path.join(folder, 'class')));
  const ours = path.join(folder, 'class', `${top.name}.mp4`);
  return [
    [
      'M9',
      `screen ${top.name}: bytes ÷ 4500 kbit/s on average`,
      statSync(ours).size / statSync(out).size,
      '≤ 0.30',
    ],
    ['M9', `screen ${top.name}: SSIM`, fine(await program.similarity(ours, screen, top)), '≥ 0.998'],
  ];
}

/** M10: what one chunk in the middle takes of memory and of its source. */
async function oneChunk(phone: Footage, folder: string): Promise<Line[]> {
  const plan = { ...phone.plan, chunkFrames: phone.plan.segmentFrames };
  const memory = watchMemory();
  const source = countingReader(phone.path);
  const chunk = await engineWith({ onStart: memory.onStart }).encodeChunk(
    plan,
    chunkRange(plan, 1),
    source,
    cleared(path.join(folder, 'one')),
  );
  const peak = memory.stop();
  if (!chunk.ok) throw new Error(chunk.failure.detail);
  const needed = (source.size * plan.chunkFrames) / plan.frames;
  return [
    ['M10', 'memory of a 1080p chunk, MB', peak, '≤ 600'],
    ['M10', 'bytes read ÷ bytes of the chunk', source.asked() / needed, '≤ 1.5'],
  ];
}

export type Group = readonly [ids: readonly string[], run: () => Promise<Line[]>];

/** What is measured by encoding: the ids of each group of lines, and what measures them. */
export function encodingGroups(all: AllFootage, program: Program | undefined, rounds: number): Group[] {
  const { phone, screen, small, folder } = all;
  const alone: Group = [['M10'], () => oneChunk(phone, folder)];
  if (!program) return [alone];
  const bothClips = async () => [
    ...(await againstOneShot(program, phone, folder, rounds)),
    ...(await againstOneShot(program, screen, folder, rounds)),
  ];
  return [
    [['M1', 'M3'], bothClips],
    [['M2'], async () => [await onTwoCores(program, small, folder, rounds)]],
    [['M6'], () => twoEngines(program, phone, folder, rounds)],
    [['M9'], () => screenAtRate(program, screen, folder)],
    alone,
  ];
}
