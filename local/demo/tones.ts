import { soundOf } from './sound.ts';

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
  const samples = Uint8Array.from(
    Array.from({ length: RATE * LENGTH_SECONDS }, (_, at) => {
      const isOn = (at / RATE) % (on + off) < on;
      return 128 + (isOn ? Math.round(50 * Math.sin((2 * Math.PI * PITCH * at) / RATE)) : 0);
    }),
  );
  return soundOf(samples, RATE);
}
