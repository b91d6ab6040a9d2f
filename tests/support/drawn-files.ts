import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { soundOf } from '../../local/demo/sound.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** A picture (PNG) of light ground with a dark square in its middle, each side a fifth of the shorter side. */
export function drawnPicture(width: number, height: number): Bytes {
  const half = Math.min(width, height) / 10;
  const isDark = (x: number, y: number) => Math.abs(x - width / 2) < half && Math.abs(y - height / 2) < half;
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_, x) => (isDark(x, y) ? 40 : 220))]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits of grey.
  head[8] = 8;
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.concat(rows))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** A second of a tone (WAV, 8 kHz, 8 bits). */
export function drawnSound(hertz: number): Bytes {
  const rate = 8000;
  const samples = Buffer.from(
    Array.from(
      { length: rate },
      (_, at) => 128 + Math.round(60 * Math.sin((2 * Math.PI * hertz * at) / rate)),
    ),
  );
  return Uint8Array.from(soundOf(samples, rate));
}

/** How a question names a file that its bank has. */
export const shownAs = (file: Uint8Array, mediaType: string, alt: string) => ({
  fileId: createHash('sha256').update(file).digest('hex'),
  mediaType,
  alt,
});
