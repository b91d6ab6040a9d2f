/** Bytes of the head of a WAV file of plain samples. */
const HEAD = 44;

/** A sound (WAV, one channel, 8 bits a sample; silence is 128). `rate`: samples a second. */
export function soundOf(samples: Uint8Array, rate: number): Buffer {
  const file = Buffer.alloc(HEAD + samples.length);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(HEAD - 8 + samples.length, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  // Plain samples, one channel, a byte each.
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples.length, 40);
  file.set(samples, HEAD);
  return file;
}
