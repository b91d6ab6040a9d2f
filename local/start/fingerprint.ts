import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const SKIPPED = /(^|\/)(node_modules|dist)(\/|$)|\.(test|suite)\.tsx?$|\.md$/;

function* filesUnder(entry: string): Generator<string> {
  if (!fs.existsSync(entry) || SKIPPED.test(entry)) return;
  if (!fs.statSync(entry).isDirectory()) {
    yield entry;
    return;
  }
  for (const name of fs.readdirSync(entry).sort()) yield* filesUnder(path.join(entry, name));
}

/** A hash over the names and contents of files and folders below `root`; tests and READMEs do not count. */
export function fingerprint(root: string, entries: readonly string[]): string {
  const hash = createHash('sha256');
  for (const entry of entries)
    for (const file of filesUnder(path.join(root, entry)))
      hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  return hash.digest('hex');
}
