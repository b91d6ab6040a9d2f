import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp } from './backup-data.ts';
import { openDataFolder } from './data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hoc-vu-so-backup-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const valueIn = (data: string): string | undefined => {
  const open = openDataFolder(data);
  const value = open.db.get<{ value: string }>('SELECT value FROM note')?.value;
  open.close();
  return value;
};

it('restores what it held when it is copied over a folder that a crash left, journal and all', () => {
  const [data, backup] = [path.join(folder, 'data'), path.join(folder, 'backup')];
  const open = openDataFolder(data);
  open.db.execute(
    `CREATE TABLE s3_objects(file TEXT); CREATE TABLE s3_parts(file TEXT); CREATE TABLE note(value TEXT);`,
  );
  open.db.run('INSERT INTO note VALUES (?)', 'before');
  backUp(data, backup);
  open.db.run('UPDATE note SET value = ?', 'after');
  const crashed = path.join(folder, 'crashed');
  fs.cpSync(data, crashed, { recursive: true });
  open.close();
  expect(fs.statSync(path.join(crashed, 'local.db-wal')).size).toBeGreaterThan(0);
  fs.cpSync(backup, crashed, { recursive: true });
  expect(valueIn(crashed)).toBe('before');
  expect(valueIn(data)).toBe('after');
});

it('is not laid into the folder it copies', () => {
  const data = path.join(folder, 'data');
  openDataFolder(data).close();
  expect(() => backUp(data, path.join(data, 'backup'))).toThrow(/lies in the data folder/);
});
