import { randomBytes } from 'node:crypto';
import type { Database } from '../core/database.ts';

/** A version of an object, or a delete marker. Times in epoch ms; `headers` and `checksums` are JSON objects. */
export type ObjectRow = {
  readonly sequence: number;
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly latest: 0 | 1;
  readonly deleteMarker: 0 | 1;
  readonly etag: string;
  readonly size: number;
  readonly modifiedAt: number;
  readonly file: string | null;
  readonly headers: string;
  readonly checksums: string;
};
export type NewObject = Omit<ObjectRow, 'sequence' | 'latest' | 'versionId'>;

/** The version id of everything in a bucket that is not versioned (S3, versioning). */
export const NULL_VERSION = 'null';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS s3_objects(
    sequence INTEGER PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, versionId TEXT NOT NULL,
    latest INTEGER NOT NULL, deleteMarker INTEGER NOT NULL, etag TEXT NOT NULL, size INTEGER NOT NULL,
    modifiedAt INTEGER NOT NULL, file TEXT, headers TEXT NOT NULL, checksums TEXT NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS s3_versions ON s3_objects(bucket, key, versionId);
  CREATE UNIQUE INDEX IF NOT EXISTS s3_current ON s3_objects(bucket, key) WHERE latest = 1;
  CREATE INDEX IF NOT EXISTS s3_files ON s3_objects(file);
  CREATE TABLE IF NOT EXISTS s3_sequence(value INTEGER NOT NULL);
  INSERT INTO s3_sequence SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM s3_sequence);`;

/** The metadata rows of all objects. Callers hold the transaction; files are their business too. */
export class ObjectStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    db.execute(SCHEMA);
  }

  /** A number that grows with every change of any object, over restarts too. */
  nextSequence(): number {
    const row = this.#db.get<{ value: number }>('UPDATE s3_sequence SET value = value + 1 RETURNING value');
    if (!row) throw new Error('s3_sequence has lost its row');
    return row.value;
  }

  /** The current version, which may be a delete marker. */
  current(bucket: string, key: string): ObjectRow | undefined {
    return this.#db.get<ObjectRow>(
      'SELECT * FROM s3_objects WHERE bucket = ? AND key = ? AND latest = 1',
      bucket,
      key,
    );
  }

  version(bucket: string, key: string, versionId: string): ObjectRow | undefined {
    return this.#db.get<ObjectRow>(
      'SELECT * FROM s3_objects WHERE bucket = ? AND key = ? AND versionId = ?',
      bucket,
      key,
      versionId,
    );
  }

  /** Makes `object` the current version: a further one when `versioned`, else in place of the one there was. */
  put(object: NewObject, versioned: boolean): { row: ObjectRow; replaced: ObjectRow | undefined } {
    const versionId = versioned ? randomBytes(24).toString('base64url') : NULL_VERSION;
    const replaced = versioned ? undefined : this.version(object.bucket, object.key, NULL_VERSION);
    if (replaced) this.#db.run('DELETE FROM s3_objects WHERE sequence = ?', replaced.sequence);
    this.#db.run('UPDATE s3_objects SET latest = 0 WHERE bucket = ? AND key = ?', object.bucket, object.key);
    const row: ObjectRow = { ...object, sequence: this.nextSequence(), versionId, latest: 1 };
    this.#db.run(
      'INSERT INTO s3_objects VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      row.sequence,
      row.bucket,
      row.key,
      row.versionId,
      row.latest,
      row.deleteMarker,
      row.etag,
      row.size,
      row.modifiedAt,
      row.file,
      row.headers,
      row.checksums,
    );
    return { row, replaced };
  }

  /** Deletes one version for good; the newest that remains becomes the current one. */
  remove(row: ObjectRow): void {
    this.#db.run('DELETE FROM s3_objects WHERE sequence = ?', row.sequence);
    this.#db.run(
      `UPDATE s3_objects SET latest = 1 WHERE sequence =
         (SELECT MAX(sequence) FROM s3_objects WHERE bucket = ? AND key = ?)`,
      row.bucket,
      row.key,
    );
  }

  /** Current objects with `from` <= key < `until`, in the order of their UTF-8 bytes as S3 lists them. */
  scan(bucket: string, from: string, until: string | undefined, limit: number): ObjectRow[] {
    return this.#db.all<ObjectRow>(
      `SELECT * FROM s3_objects WHERE bucket = ? AND latest = 1 AND deleteMarker = 0 AND key >= ?
         AND (?3 IS NULL OR key < ?3) ORDER BY key LIMIT ?4`,
      bucket,
      from,
      until ?? null,
      limit,
    );
  }

  /** Every version with `from` <= key < `until`, newest first per key, after version `afterSequence` of `from`. */
  scanVersions(
    bucket: string,
    from: string,
    afterSequence: number,
    until: string | undefined,
    limit: number,
  ): ObjectRow[] {
    return this.#db.all<ObjectRow>(
      `SELECT * FROM s3_objects WHERE bucket = ?1 AND (key > ?2 OR (key = ?2 AND sequence < ?3))
         AND (?4 IS NULL OR key < ?4) ORDER BY key, sequence DESC LIMIT ?5`,
      bucket,
      from,
      afterSequence,
      until ?? null,
      limit,
    );
  }

  hasFile(file: string): boolean {
    return this.#db.get('SELECT 1 FROM s3_objects WHERE file = ?', file) !== undefined;
  }

  /** Number and bytes of the current objects. */
  totals(bucket: string): { objects: number; bytes: number } {
    const row = this.#db.get<{ objects: number; bytes: number }>(
      `SELECT COUNT(*) objects, COALESCE(SUM(size), 0) bytes FROM s3_objects
       WHERE bucket = ? AND latest = 1 AND deleteMarker = 0`,
      bucket,
    );
    return row ?? { objects: 0, bytes: 0 };
  }
}
