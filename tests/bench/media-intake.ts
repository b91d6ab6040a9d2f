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
import { checked, type NodeAv, present } from '../../services/media/engine/node-av.ts';
import type { AllFootage } from './media-clips.ts';
import type { Line } from './media-encode.ts';
import type { Examined } from './media-examine.ts';

/** A second in the ticks of the clips. */
const LEAD = 12_800n;
const LARGE_BYTES = 200 * 1024 ** 2;
const examineScript = fileURLToPath(new URL('./media-examine.ts', import.meta.url));

/** A recording of at least so many bytes: the packets of a short one, over and over. */
function repeat(av: NodeAv, from: string, to: string, bytes: number): void {
  const muxer = new av.lib.FormatContext();
  checked(av, muxer.allocOutputContext2(null, 'mp4', `file:${to}`), 'create recording');
  using packet = new av.lib.Packet();
  packet.alloc();
  let written = 0;
  let ends = 0n;
  // The first packet of a film may be decoded before its time 0.
  for (let begins = 0n; written < bytes; begins = ends + LEAD) {
    const source = new av.lib.FormatContext();
    checked(av, source.openInputSync(`file:${from}`, null, null), 'open recording');
    checked(av, source.findStreamInfoSync(null), 'read recording');
    const stream = present(source.streams[0], 'picture');
    if (written === 0) {
      const track = muxer.newStream(null);
      checked(av, stream.codecpar.copy(track.codecpar), 'describe recording');
      track.timeBase = stream.timeBase;
      checked(av, muxer.openOutputSync(), 'open output');
      checked(av, muxer.writeHeaderSync(), 'write header');
    }
    while (source.readFrameSync(packet) >= 0) {
      if (packet.streamIndex !== 0) continue;
      written += packet.size;
      packet.pts += begins;
      packet.dts += begins;
      ends = packet.dts + packet.duration > ends ? packet.dts + packet.duration : ends;
      packet.rescaleTs(stream.timeBase, present(muxer.streams[0], 'track').timeBase);
      checked(av, muxer.writeFrameSync(packet), 'write packet');
    }
    source.closeInputSync();
  }
  checked(av, muxer.writeTrailerSync(), 'write trailer');
  muxer.closeOutputSync();
  muxer.freeContext();
}

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
