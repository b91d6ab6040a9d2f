import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Place, type Platform, platformAt } from './platform.ts';

type State = {
  readonly pending: number;
  readonly queues: readonly {
    readonly name: string;
    readonly deadLetters: boolean;
    readonly waiting: number;
  }[];
};

export type MortalPlatform = Platform & {
  /** Kills the process as a power cut would, and starts another one on the same data folder and port. */
  readonly killAndRestart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const QUIET_MS = 60_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const isFree = async (port: number): Promise<boolean> => {
  const server = net.createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
};

/** The platform takes three ports in a row, and the same ones again after the restart. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if ((await isFree(port)) && (await isFree(port + 1)) && (await isFree(port + 2))) return port;
  }
}

async function launch(data: string, port: number): Promise<{ process: ChildProcess; place: Place }> {
  const script = path.join(import.meta.dirname, 'platform-process.ts');
  const child = spawn(process.execPath, [script, data, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as [unknown];
  if (typeof line !== 'string') throw new Error(`The platform ended with ${line} before it answered.`);
  return { process: child, place: JSON.parse(line) as Place };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** One look at the operator's page, which sends every dead letter again; how much is left to do. */
async function workLeft(address: string): Promise<number> {
  const state = (await (await fetch(`${address}/local/state.json`)).json()) as State;
  const dead = state.queues.filter(({ deadLetters, waiting }) => deadLetters && waiting > 0);
  for (const { name } of dead)
    await fetch(`${address}/local/actions/redrive`, {
      method: 'POST',
      body: JSON.stringify({ queue: name }),
    });
  return state.pending + dead.length;
}

/** Waits until nothing is left in two looks in a row. A platform that is dead just now has everything left. */
async function quietAt(address: string): Promise<void> {
  const end = performance.now() + QUIET_MS;
  for (let quiet = 0; quiet < 2; await pause(50)) {
    const left = await workLeft(address).catch(() => Number.POSITIVE_INFINITY);
    quiet = left === 0 ? quiet + 1 : 0;
    if (performance.now() > end) throw new Error(`Not quiet after ${QUIET_MS} ms: ${left} left.`);
  }
}

/** A platform in another process. Its clients are patient: while it is dead they try again. */
export async function startMortalPlatform(data: string): Promise<MortalPlatform> {
  const port = await freePorts();
  let running = await launch(data, port);
  const platform = platformAt(running.place, {
    patient: true,
    quiet: () => quietAt(running.place.address),
  });
  return {
    ...platform,
    killAndRestart: async () => {
      await kill(running.process);
      running = await launch(data, port);
    },
    stop: () => kill(running.process),
  };
}
