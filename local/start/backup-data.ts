import fs from 'node:fs';
import path from 'node:path';
import { Database } from '../core/database.ts';
import { StartRefused } from '../template/start-refused.ts';

export type Backup = { readonly files: number; readonly bytes: number };

const DATABASE = 'local.db';
const CONTENTS = 'contents.json';
const OBJECTS = path.join('objects', 'objects');
const ATTEMPTS = 5;

/** The rows of the snapshot that name files of object bytes. */
const FILES = `SELECT file FROM s3_objects WHERE file IS NOT NULL UNION SELECT file FROM s3_parts`;

/** SQLite writes a consistent copy while another process goes on writing. */
function snapshot(data: string, into: string): void {
  const file = path.join(into, DATABASE);
  fs.rmSync(file, { force: true });
  const db = new Database(path.join(data, DATABASE));
  try {
    db.run('VACUUM INTO ?', file);
  } finally {
    db.close();
  }
}

function filesNamedBy(database: string): string[] {
  const db = new Database(database);
  try {
    const verdict = db.get<{ integrity_check: string }>('PRAGMA integrity_check(1)')?.integrity_check;
    if (verdict !== 'ok')
      throw new StartRefused(`The data are damaged (${verdict}): an older backup is worth more.`);
    return db.all<{ file: string }>(FILES).map(({ file }) => file);
  } finally {
    db.close();
  }
}

/** False when the file has been deleted since the snapshot was taken. */
function copyObject(data: string, into: string, name: string): boolean {
  const target = path.join(into, OBJECTS, name);
  if (fs.existsSync(target)) return true;
  try {
    fs.copyFileSync(path.join(data, OBJECTS, name), target, fs.constants.COPYFILE_FICLONE);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function dropUnnamed(into: string, names: readonly string[]): void {
  const named = new Set(names);
  for (const file of fs.readdirSync(path.join(into, OBJECTS)))
    if (!named.has(file)) fs.rmSync(path.join(into, OBJECTS, file));
}

/** Object files never change once written, so copying those that a snapshot names completes it. */
function copyEverything(data: string, into: string): void {
  fs.mkdirSync(path.join(into, OBJECTS), { recursive: true });
  const contents = path.join(data, CONTENTS);
  if (fs.existsSync(contents)) fs.copyFileSync(contents, path.join(into, CONTENTS));
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    snapshot(data, into);
    const names = filesNamedBy(path.join(into, DATABASE));
    if (!names.every((name) => copyObject(data, into, name))) continue;
    dropUnnamed(into, names);
    return;
  }
  throw new StartRefused(
    'Files were deleted faster than they could be copied: try again in a quieter moment.',
  );
}

function sizeOf(folder: string): Backup {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile());
  const sizes = files.map((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/**
 * Copies a data folder to a new folder, also while it is in use. The copy appears under its name only when it is
 * whole and its database opens. Throws `StartRefused` when there is nothing to copy or the target holds something.
 */
export function backUp(data: string, target: string): Backup {
  if (!fs.existsSync(path.join(data, DATABASE)))
    throw new StartRefused(
      `There is nothing to back up: ${data} holds no data. Use --data to name another folder.`,
    );
  if (fs.existsSync(target) && fs.readdirSync(target).length > 0)
    throw new StartRefused(`${target} is not empty: name a new folder for the backup.`);
  if (!path.relative(data, target).startsWith('..'))
    throw new StartRefused(`${target} lies in the data folder itself: name a folder outside of ${data}.`);
  const partial = `${target}.partial`;
  fs.rmSync(partial, { recursive: true, force: true });
  copyEverything(data, partial);
  // Empty, so that copying the backup over a data folder leaves no journal of the old database to be played into it.
  for (const journal of ['-wal', '-shm']) fs.writeFileSync(path.join(partial, `${DATABASE}${journal}`), '');
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(partial, target);
  return sizeOf(target);
}
