import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BadInput,
  brokenRecordings,
  playlists,
  strangers,
} from '../../services/media/engine/bad-inputs.ts';
import type { NodeAv } from '../../services/media/engine/node-av.ts';
import type { AllFootage } from './media-clips.ts';
import type { Line } from './media-encode.ts';
import type { Examined } from './media-examine.ts';
import { repeat } from './media-repeat.ts';

const LARGE_BYTES = 200 * 1024 ** 2;
const examineScript = fileURLToPath(new URL('./media-examine.ts', import.meta.url));

/** By a process of its own, as a function examines them; no request may reach the address that some of them name. */
function examine(paths: readonly string[]): Examined {
  return JSON.parse(execFileSync(process.execPath, [examineScript, ...paths], { encoding: 'utf8' }));
}

function store(folder: string, files: readonly BadInput[]): string[] {
  return files.map(({ bytes }, index) => {
    const path = join(folder, `bad-${index}`);
    writeFileSync(path, bytes);
    return path;
  });
}

/** M8: what looking at a large recording reads, and how fast and in how much memory bad files are refused. */
export function benchIntake(av: NodeAv, { folder, phone }: AllFootage): Line[] {
  const place = join(folder, 'intake');
  mkdirSync(place);
  const large = join(place, 'large.mp4');
  repeat(av, phone.path, large, LARGE_BYTES);
  const bad = [...strangers(), ...playlists('http://127.0.0.1:9'), ...brokenRecordings(av, place)];
  const looked = examine([large]);
  const refused = examine(store(place, bad));
  const share = looked.readBytes / looked.bytes;
  return [
    [
      'M8',
      `bytes read to plan a recording of ${Math.round(looked.bytes / 1024 ** 2)} MB`,
      `${(share * 100).toFixed(2)} %`,
      '<= 5 %',
    ],
    [
      'M8',
      `slowest of ${bad.length} bad files to its verdict, in seconds`,
      (refused.slowestMs / 1000).toFixed(2),
      '<= 5',
    ],
    [
      'M8',
      'memory of the process that looked at them, in MB',
      Math.max(looked.peakMegabytes, refused.peakMegabytes).toFixed(0),
      '<= 256',
    ],
  ];
}
