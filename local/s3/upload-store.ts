import { randomBytes } from 'node:crypto';
import type { Database } from '../core/database.ts';
import type { ChecksumName } from './checksums.ts';

/** A multipart upload that is under way. `headers` are those of the object to be (JSON). */
export type Upload = {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly headers: string;
  readonly checksum: ChecksumName | null;
  readonly startedAt: number;
};
export type Part = {
  readonly number: number;
  readonly etag: string;
  readonly size: number;
  readonly file: string;
  readonly checksums: string;
  readonly modifiedAt: number;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS s3_uploads(
    id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, headers TEXT NOT NULL, checksum TEXT,
    startedAt INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS s3_parts(
    upload TEXT NOT NULL, number INTEGER NOT NULL, etag TEXT NOT NULL, size INTEGER NOT NULL, file TEXT NOT NULL,
    checksums TEXT NOT NULL, modifiedAt INTEGER NOT NULL, PRIMARY KEY(upload, number));
  CREATE INDEX IF NOT EXISTS s3_part_files ON s3_parts(file);`;

/** The rows of multipart uploads and their parts. Callers hold the transaction. */
export class UploadStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    db.execute(SCHEMA);
  }

  start(upload: Omit<Upload, 'id'>): string {
    const id = randomBytes(32).toString('base64url');
    this.#db.run(
      'INSERT INTO s3_uploads VALUES(?, ?, ?, ?, ?, ?)',
      id,
      upload.bucket,
      upload.key,
      upload.headers,
      upload.checksum,
      upload.startedAt,
    );
    return id;
  }

  find(id: string, bucket: string, key: string): Upload | undefined {
    return this.#db.get<Upload>(
      'SELECT * FROM s3_uploads WHERE id = ? AND bucket = ? AND key = ?',
      id,
      bucket,
      key,
    );
  }

  inBucket(bucket: string): Upload[] {
    return this.#db.all<Upload>('SELECT * FROM s3_uploads WHERE bucket = ? ORDER BY key, startedAt', bucket);
  }

  /** Stores a part; returns the one of the same number that it replaces. */
  putPart(upload: string, part: Part): Part | undefined {
    const replaced = this.#db.get<Part>(
      'SELECT * FROM s3_parts WHERE upload = ? AND number = ?',
      upload,
      part.number,
    );
    this.#db.run(
      'INSERT OR REPLACE INTO s3_parts VALUES(?, ?, ?, ?, ?, ?, ?)',
      upload,
      part.number,
      part.etag,
      part.size,
      part.file,
      part.checksums,
      part.modifiedAt,
    );
    return replaced;
  }

  parts(upload: string, after = 0, limit = -1): Part[] {
    return this.#db.all<Part>(
      'SELECT * FROM s3_parts WHERE upload = ? AND number > ? ORDER BY number LIMIT ?',
      upload,
      after,
      limit,
    );
  }

  /** Forgets an upload; returns the parts whose files are now free. */
  remove(id: string): Part[] {
    const parts = this.parts(id);
    this.#db.run('DELETE FROM s3_parts WHERE upload = ?', id);
    this.#db.run('DELETE FROM s3_uploads WHERE id = ?', id);
    return parts;
  }

  hasFile(file: string): boolean {
    return this.#db.get('SELECT 1 FROM s3_parts WHERE file = ?', file) !== undefined;
  }
}
