import fs from 'node:fs';
import path from 'node:path';
import { StartRefused } from '../template/start-refused.ts';

/** What a data folder was begun with. It is decided once, so that demo people never mix with real ones. */
export type Contents = { readonly kind: 'demo' | 'own'; readonly complete: boolean };

const fileOf = (data: string): string => path.join(data, 'contents.json');

const write = (data: string, contents: Contents): Contents => {
  fs.writeFileSync(fileOf(data), JSON.stringify(contents));
  return contents;
};

/** Reads or decides what the folder holds. Throws `StartRefused` when `--empty` is asked of a folder with demo data. */
export function contentsOf(data: string, empty: boolean): Contents {
  const file = fileOf(data);
  if (!fs.existsSync(file)) return write(data, { kind: empty ? 'own' : 'demo', complete: empty });
  const contents = JSON.parse(fs.readFileSync(file, 'utf8')) as Contents;
  if (empty && contents.kind === 'demo')
    throw new StartRefused(
      `The data folder ${data} holds demo data: run "npm run reset" first, or choose another folder with --data.`,
    );
  return contents;
}

/** Whether the folder holds a centre's own data, which nobody can bring back. */
export const holdsOwnData = (data: string): boolean =>
  fs.existsSync(fileOf(data)) && contentsOf(data, false).kind === 'own';

/** Notes that the demo data are all there. */
export const demoIsComplete = (data: string): Contents => write(data, { kind: 'demo', complete: true });
