import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '../core/database.ts';
import { StartRefused } from '../template/start-refused.ts';

/** Below this many free bytes a start would only fail later, in the middle of somebody's work. */
const LEAST_FREE_BYTES = 100 * 2 ** 20;

/**
 * Changes to the layout of the data folder since layout 1, oldest first. Tables that a service creates for
 * itself need no entry; a change to an existing table does.
 */
const MIGRATIONS: readonly ((db: Database) => void)[] = [];
const LAYOUT = 1 + MIGRATIONS.length;

/** An open data folder: one database, one folder of object bytes, held by this process alone. */
export type DataFolder = {
  readonly db: Database;
  readonly objects: string;
  /** What the disk still takes. Bytes. */
  readonly freeBytes: () => number;
  /** Leaves the address where others (`npm run backup`) can find out that somebody is at work. */
  readonly announce: (address: string) => void;
  readonly close: () => void;
};

type Holder = { readonly pid: number; readonly address: string };

const databaseFile = (folder: string) => path.join(folder, 'local.db');
const holderFile = (folder: string) => path.join(folder, 'running.json');

/** Who holds a data folder, as far as it says so itself. */
function holderOf(folder: string): Holder | undefined {
  try {
    return JSON.parse(fs.readFileSync(holderFile(folder), 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/**
 * Takes the folder for this process. The lock is SQLite's on a file of its own, so the operating system
 * releases it however the process ends. Throws `StartRefused` when somebody else holds it.
 */
export function lockDataFolder(folder: string): () => void {
  const lock = new DatabaseSync(path.join(folder, 'lock.db'));
  try {
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    const holder = holderOf(folder);
    const who = holder ? `Hoc Vu So at ${holder.address} (process ${holder.pid})` : 'another Hoc Vu So';
    throw new StartRefused(
      `The data folder ${folder} is in use by ${who}: stop that one first, or choose another folder with --data.`,
    );
  }
  return () => lock.close();
}

const damaged = (folder: string, why: string): StartRefused =>
  new StartRefused(
    `The data folder ${folder} is damaged (${why.replaceAll('\n', ', ')}): delete it and copy a backup in its place, or begin anew with "npm run reset".`,
  );

/** A quick look through every page of the database: torn pages and foreign files are found, not every wrong index. */
function checkIntegrity(db: Database, folder: string): void {
  const verdict = db.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check;
  if (verdict !== 'ok') throw damaged(folder, verdict ?? 'no answer from the database');
}

/** A new database (layout 0) is made in today's layout by the services themselves. */
function migrate(db: Database, folder: string): void {
  const layout = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  if (layout > LAYOUT)
    throw new StartRefused(
      `The data folder ${folder} was written by a newer Hoc Vu So (layout ${layout}, this one knows ${LAYOUT}): update this copy, or choose another folder with --data.`,
    );
  db.transaction(() => {
    if (layout > 0) for (const change of MIGRATIONS.slice(layout - 1)) change(db);
    db.execute(`PRAGMA user_version = ${LAYOUT}`);
  });
}

function openDatabase(folder: string): Database {
  let db: Database | undefined;
  try {
    db = new Database(databaseFile(folder));
    checkIntegrity(db, folder);
    migrate(db, folder);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof StartRefused) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/not a database|malformed|corrupt/.test(message)) throw damaged(folder, message);
    throw error;
  }
}

function freeBytesAt(folder: string): number {
  const { bavail, bsize } = fs.statfsSync(folder);
  return bavail * bsize;
}

function checkFreeSpace(folder: string): void {
  const free = freeBytesAt(folder);
  if (free < LEAST_FREE_BYTES)
    throw new StartRefused(
      `The disk is full: only ${Math.floor(free / 2 ** 20)} MB are free where ${folder} lies, and at least 100 MB are needed.`,
    );
}

/** Opens or creates a data folder. Throws `StartRefused` when it is in use, damaged, too new, or the disk is full. */
export function openDataFolder(folder: string): DataFolder {
  fs.mkdirSync(folder, { recursive: true });
  checkFreeSpace(folder);
  const unlock = lockDataFolder(folder);
  try {
    const db = openDatabase(folder);
    const objects = path.join(folder, 'objects');
    fs.mkdirSync(objects, { recursive: true });
    return {
      db,
      objects,
      freeBytes: () => freeBytesAt(folder),
      announce: (address) =>
        fs.writeFileSync(holderFile(folder), JSON.stringify({ pid: process.pid, address })),
      close: () => {
        db.close();
        fs.rmSync(holderFile(folder), { force: true });
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
