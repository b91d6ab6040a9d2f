import { randomBytes } from 'node:crypto';

/**
 * The same film as a file of its own: a file that repeats another byte for byte is not taken twice. A box that
 * players pass over makes it differ.
 */
export function ownCopy(film: Uint8Array): Buffer {
  const box = Buffer.alloc(24);
  box.writeUInt32BE(box.length, 0);
  box.write('free', 4);
  randomBytes(16).copy(box, 8);
  return Buffer.concat([film, box]);
}
