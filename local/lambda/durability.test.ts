import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'durable-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const child = (mode: string, round: number) => {
  const script = path.join(import.meta.dirname, 'fixtures', 'durable-child.ts');
  const args = [script, path.join(folder, 'local.db'), mode, String(round)];
  const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(started);
  return started;
};

/** Publishes until `acknowledged` answers have come, then kills without warning. Returns what was acknowledged. */
const publishAndKill = async (round: number, acknowledged: number): Promise<string[]> => {
  const publisher = child('put', round);
  const ids: string[] = [];
  for await (const line of createInterface({ input: publisher.stdout })) {
    ids.push(line);
    if (ids.length === acknowledged) publisher.kill('SIGKILL');
  }
  return ids;
};

it('loses no acknowledged event to kill -9, through bus, function and destination', async () => {
  const acknowledged: string[] = [];
  for (const [round, count] of [5, 80, 200].entries())
    acknowledged.push(...(await publishAndKill(round, count)));
  const drain = child('drain', 0);
  const chunks: Buffer[] = [];
  drain.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  expect(await once(drain, 'close')).toEqual([0, null]);
  const received = JSON.parse(Buffer.concat(chunks).toString()) as string[];
  expect(acknowledged.length).toBeGreaterThanOrEqual(285);
  expect(acknowledged.filter((id) => !received.includes(id))).toEqual([]);
  // The hand-over, the removal of its row and the destination's write are one transaction: nothing arrives twice.
  expect(new Set(received).size).toBe(received.length);
}, 20_000);
