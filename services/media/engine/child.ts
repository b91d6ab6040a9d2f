/**
 * The process that runs native code on a stranger's bytes. It has no credentials and, by the system, no network, which
 * `launch-child.ts` sees to; it does one job and ends. Bundle it as a file of its own (`child.mjs`) beside the handler;
 * the binary of node-av is found at run time.
 */
import type { Job, Reply } from './job.ts';
import { loadNodeAv, type NodeAv } from './node-av.ts';
import { WHOLE } from './read-ahead.ts';
import { look, remux } from './remux.ts';
import { say, takeJob } from './reply-pipe.ts';
import { encodeSounds } from './sounds.ts';
import { pipedSource } from './source-pipe.ts';
import { makeStill, POSTER, spriteOf } from './stills.ts';
import type { LookRefusal } from './stream-choice.ts';
import { encodeVideoChunk } from './video-chunk.ts';
import { makeWaveform } from './waveform.ts';

function work(av: NodeAv, job: Job): LookRefusal | undefined {
  const source = pipedSource(0, job.sourceSize, job.type === 'audio' ? WHOLE : undefined);
  switch (job.type) {
    case 'video':
      encodeVideoChunk(av, source, job.plan, job.range, job.outPaths);
      break;
    case 'audio':
      encodeSounds(av, source, job.plan, job.outPaths);
      break;
    case 'poster':
      makeStill(av, source, POSTER, job.outPath);
      break;
    case 'sprite':
      makeStill(av, source, spriteOf(job.board), job.outPath);
      break;
    case 'waveform':
      makeWaveform(av, source, job.outPath);
      break;
    case 'look':
      return look(av, source, job.container);
    case 'remux':
      remux(av, source, job.container, job.outPath);
      break;
    default:
      job satisfies never;
  }
  return undefined;
}

async function answer(job: Job): Promise<Reply> {
  try {
    const av = await loadNodeAv();
    const refusal = work(av, job);
    return { ok: true, engine: av.version, ...(refusal && { refusal }) };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

export async function run(): Promise<never> {
  say(await answer(takeJob()));
  // A source that could not be opened would keep the process alive.
  process.exit();
}
