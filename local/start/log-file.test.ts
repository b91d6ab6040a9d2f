import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { openLog } from './log-file.ts';

it('keeps the latest lines in order and no more than two files of the size, however long it is written', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'log-'));
  const file = path.join(folder, 'local.log');
  fs.writeFileSync(file, 'from an earlier start\n');
  const log = openLog(file, 1000);
  for (let n = 0; n < 500; n += 1) log(`line ${n}`);
  const lines = () =>
    [`${file}.old`, file].flatMap((each) => fs.readFileSync(each, 'utf8').trimEnd().split('\n'));
  await vi.waitFor(() => expect(lines().at(-1)).toMatch(/ line 499$/));
  const numbers = lines().map((line) => Number(line.split(' ').at(-1)));
  expect(numbers).toEqual(numbers.map((_, at) => 500 - numbers.length + at));
  for (const each of fs.readdirSync(folder))
    expect(fs.statSync(path.join(folder, each)).size).toBeLessThan(1100);
  expect(fs.readdirSync(folder).sort()).toEqual(['local.log', 'local.log.old']);
  fs.rmSync(folder, { recursive: true });
});
