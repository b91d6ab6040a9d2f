import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { median, printTable, timed } from './figures.ts';

const root = path.resolve(import.meta.dirname, '../..');
const SYNTHS = 3;
const READY = /^Hoc Vu So: (http\S+)/;

function synthesize(): void {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-synth-'));
  execFileSync(process.execPath, ['infra/app.ts'], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, CDK_OUTDIR: out, STAGE: 'local' },
  });
  fs.rmSync(out, { recursive: true });
}

/** `npm start` without npm: from the command to the first answered page. */
async function firstAnswer(data: string): Promise<number> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['local/bootstrap.mjs', 'local/start.ts', '--port', '0', '--data', data],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for await (const line of createInterface({ input: child.stdout })) {
    output += `${line}\n`;
    const address = READY.exec(line)?.[1];
    if (!address) continue;
    const { ok } = await fetch(`${address}/v1/courses`);
    const took = performance.now() - began;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    if (ok) return took;
  }
  throw new Error(`npm start gave no address:\n${output}`);
}

/** Synthesis, and the first and second start of `npm start` with the demo centre. */
export async function benchStarts(): Promise<void> {
  const synths: number[] = [];
  for (let round = 0; round < SYNTHS; round += 1) synths.push(await timed(synthesize));
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-start-'));
  const first = await firstAnswer(data);
  const second = await firstAnswer(data);
  fs.rmSync(data, { recursive: true, force: true });
  printTable(
    'Synthesis and start',
    ['what', 'seconds'],
    [
      [`bundle and synthesize all stacks (median of ${SYNTHS})`, median(synths) / 1000],
      ['npm start, new data folder with demo data, nothing to build', first / 1000],
      ['npm start again', second / 1000],
    ],
  );
}
