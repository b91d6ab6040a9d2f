import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { holdsOwnData } from './start/contents.ts';
import { lockDataFolder } from './start/data-folder.ts';
import { runCommand } from './start/sentences.ts';
import { StartRefused } from './template/start-refused.ts';

const root = path.resolve(import.meta.dirname, '..');

/** `npm run reset [-- --data <folder>] [--yes]`: forgets everything; data that are not the demo's need `--yes`. */
await runCommand(() => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: path.join(root, '.local') },
      yes: { type: 'boolean', default: false },
    },
  });
  const data = path.resolve(values.data);
  if (!fs.existsSync(path.join(data, 'local.db'))) {
    console.log(`There is nothing to forget: ${data} holds no data.`);
    return 0;
  }
  if (holdsOwnData(data) && !values.yes)
    throw new StartRefused(
      `${data} holds the data of a real centre: back it up with "npm run backup -- <folder>", then say "npm run reset -- --yes".`,
    );
  const unlock = lockDataFolder(data);
  for (const entry of fs.readdirSync(data))
    if (entry !== 'lock.db') fs.rmSync(path.join(data, entry), { recursive: true });
  unlock();
  fs.rmSync(data, { recursive: true });
  console.log(`Forgot everything in ${data}.`);
  return 0;
});
