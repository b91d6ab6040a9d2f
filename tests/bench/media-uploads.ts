import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settleManyUploads } from '../../services/media/many-uploads.suite.ts';
import { startPipeline } from '../../services/media/pipeline.suite.ts';
import { printTable } from './figures.ts';

/** Each of these seconds is a plan of its own; the longest is two chunks. */
const CLIP_SECONDS = [1, 3, 5, 9, 30];

/** Uploads under faults until each is settled; how they ended, and what was done to them. */
export async function benchUploads(uploads: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'many-uploads-'));
  const pipeline = await startPipeline();
  const began = performance.now();
  const many = { uploads, seed: 1, clipSeconds: CLIP_SECONDS, folder };
  const { recordings, events, outcome } = await settleManyUploads(pipeline, many);
  const seconds = (performance.now() - began) / 1000;
  await pipeline.stop();
  rmSync(folder, { recursive: true });
  const ended = (status: string) => recordings.filter(({ state }) => state.status === status).length;
  const endings = ['ready', 'rejected', 'failed'].map(ended);
  const told = [...events.values()].filter(
    (types) => types.filter((type) => /MediaReady|TranscodeFailed/.test(type)).length === 1,
  ).length;
  printTable(
    `${uploads} uploads under faults`,
    ['what', 'count'],
    [
      ['ready', endings[0] ?? 0],
      ['rejected, being no video', endings[1] ?? 0],
      ['failed, the encoder saying so or three deliveries without success', endings[2] ?? 0],
      ['neither', uploads - endings.reduce((a, b) => a + b, 0)],
      ['told of by exactly one MediaReady or TranscodeFailed', told],
      ['deliveries of messages', outcome.deliveries],
      ['… that ended with the death of a worker or encoder', outcome.deaths],
      ['messages that came twice', outcome.duplicates],
      ['messages that were lost', outcome.lost],
      ['rounds of the sweeper', outcome.sweeps],
      ['seconds', seconds],
    ],
  );
}
