import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { freePorts } from '../support/mortal-platform.ts';

const root = path.resolve(import.meta.dirname, '../..');
const browser = { accept: 'text/html' };

/** What a browser sees at the address just now; undefined while nobody listens there. */
async function look(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(address, { headers: browser });
    const text = await answer.text();
    if (answer.status === 503 && text.includes('http-equiv="refresh"')) return 'the page that waits';
    return answer.status === 200 && text.includes('<div id="app">') ? 'the site' : text;
  } catch {
    return undefined;
  }
}

it('shows a visitor who comes too early a page that waits, then the site, and nothing else', async () => {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-first-'));
  const port = await freePorts();
  const address = `http://127.0.0.1:${port}`;
  const options = ['local/start.ts', '--empty', '--port', String(port), '--data', data];
  const child = spawn(process.execPath, options, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const closed = once(output, 'close');
  const seen: string[] = [];
  try {
    while (!lines.includes(`Hoc Vu So: ${address}`) && child.exitCode === null) {
      const now = await look(address);
      if (now !== undefined && now !== seen.at(-1)) seen.push(now);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await look(address)).toBe('the site');
    // Very quick machines may be ready before the first look.
    expect([['the page that waits'], ['the page that waits', 'the site'], ['the site'], []]).toContainEqual(
      seen,
    );
    expect(lines.filter((line) => line.includes(address)).at(-1)).toBe(`Hoc Vu So: ${address}`);
  } finally {
    child.kill('SIGINT');
    await closed;
    fs.rmSync(data, { recursive: true, force: true });
  }
});
