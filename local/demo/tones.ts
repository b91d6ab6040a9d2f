/** Samples a second; speech on a telephone line has no more. */
const RATE = 8000;
/** Hertz of the tones of telephone exchanges in Viet Nam and most of the world (ITU-T E.180). */
const PITCH = 425;
const LENGTH_SECONDS = 6;

/** Seconds of tone and of silence, one after the other. */
const PATTERNS: Readonly<Record<string, readonly [number, number]>> = {
  'may-ban.wav': [0.5, 0.5],
  'dang-do-chuong.wav': [1, 4],
};

/** A tone of the telephone as a sound (WAV, 8 bits); undefined for a name that is none. */
export function tone(name: string): Buffer | undefined {
  const pattern = PATTERNS[name];
  if (!pattern) return undefined;
  const [on, off] = pattern;
  const samples = Buffer.from(
    Array.from({ length: RATE * LENGTH_SECONDS }, (_, at) => {
      const isOn = (at / RATE) % (on + off) < on;
      return 128 + (isOn ? Math.round(50 * Math.sin((2 * Math.PI * PITCH * at) / RATE)) : 0);
    }),
  );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  // One channel of plain samples, a byte each.
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
