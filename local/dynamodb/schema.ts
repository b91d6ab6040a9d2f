import type { Database } from '../core/database.ts';

/** Keys are encoded bytes in DynamoDB's order, so that a range of keys is a range of rows. */
export function createSchema(db: Database): void {
  db.execute(`
    CREATE TABLE IF NOT EXISTS ddb_tables(
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, definition TEXT, created INTEGER, stream_label TEXT);
    CREATE TABLE IF NOT EXISTS ddb_items(
      table_id INTEGER, key BLOB, item TEXT, bytes INTEGER, expires INTEGER,
      PRIMARY KEY(table_id, key)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS ddb_items_expires ON ddb_items(table_id, expires) WHERE expires IS NOT NULL;
    CREATE TABLE IF NOT EXISTS ddb_index_entries(
      table_id INTEGER, index_name TEXT, index_key BLOB, key BLOB, bytes INTEGER,
      PRIMARY KEY(table_id, index_name, index_key, key)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS ddb_stream(
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, table_id INTEGER, shard INTEGER, at INTEGER, record TEXT);
    CREATE INDEX IF NOT EXISTS ddb_stream_shard ON ddb_stream(table_id, shard, sequence);
    CREATE TABLE IF NOT EXISTS ddb_tokens(token TEXT PRIMARY KEY, request_hash TEXT, reads TEXT, at INTEGER);
    CREATE TABLE IF NOT EXISTS ddb_usage(
      table_name TEXT, index_name TEXT, read_units REAL, write_units REAL, PRIMARY KEY(table_name, index_name));
  `);
}
