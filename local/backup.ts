import path from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from './start/backup-data.ts';
import { runCommand } from './start/sentences.ts';
import { StartRefused } from './template/start-refused.ts';

const root = path.resolve(import.meta.dirname, '..');

/** `npm run backup -- <folder> [--data <folder>]`: restoring is copying the folder back over the data folder. */
await runCommand(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string', default: path.join(root, '.local') } },
  });
  const [target] = positionals;
  if (target === undefined)
    throw new StartRefused('Name a new folder for the backup: npm run backup -- <folder>');
  const { files, bytes } = backUp(path.resolve(values.data), path.resolve(target));
  console.log(`Backed up ${files} files (${(bytes / 1e6).toFixed(1)} MB) to ${path.resolve(target)}.`);
  return 0;
});
