/** Tones without a common period, so that only the true lag makes the sound like itself. */
const TONES = [173, 419.3, 997.1, 1511.7, 2203.9, 3301.3, 4507.9];
export const CHORD = `aevalsrc=${TONES.map((hertz) => `0.1*sin(2*PI*${hertz}*t)`).join('+')}:s=48000:d=9`;
const chord = (sample: number) =>
  TONES.reduce((sum, hertz) => sum + 0.1 * Math.sin((2 * Math.PI * hertz * sample) / 48_000), 0);

const WINDOW = 4096;
const MOST = 96;

/** By how many samples, up to 96, the sound at a place is late against the chord. */
export function lagAt(samples: Float32Array, start: number): number {
  const expected = Array.from({ length: WINDOW }, (_, i) => chord(start + i));
  const likeness = (lag: number) =>
    expected.reduce((sum, value, i) => sum + value * (samples[start + i + lag] ?? 0), 0);
  const lags = Array.from({ length: 2 * MOST + 1 }, (_, i) => i - MOST);
  return lags.map((lag) => ({ lag, sum: likeness(lag) })).reduce((a, b) => (b.sum > a.sum ? b : a)).lag;
}
