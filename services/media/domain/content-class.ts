/** What fills the picture: a computer's or phone's screen, or anything filmed. It decides how hard to compress. */
export type ContentClass = 'screen' | 'camera';

/** One packet of a sample taken from a source: what the container's index says, nothing decoded. */
export interface SampledPacket {
  readonly isKey: boolean;
  readonly bytes: number;
}

/** Fewer packets than this say nothing; the careful class is taken. */
const MIN_SAMPLE = 12;

/**
 * Bytes per pixel of the median packet between key frames, below which nothing moved. A cursor or a typed line costs
 * an encoder 0.0001, a talking head in a frugal video call 0.0015, a phone's camera 0.004 and more. The limit lies
 * nearer the screen: taking a screen for a camera costs bytes, the reverse costs sharpness.
 */
const STILL_BYTES_PER_PIXEL = 0.0005;

/**
 * Tells a recorded screen from camera footage by how little changes from picture to picture. Recorders that pad to a
 * constant rate hide it, and count as cameras.
 */
export function classifyContent(sample: readonly SampledPacket[], pixels: number): ContentClass {
  const between = sample.filter(({ isKey }) => !isKey).map(({ bytes }) => bytes);
  if (between.length < MIN_SAMPLE) return 'camera';
  const median = between.toSorted((a, b) => a - b)[Math.floor(between.length / 2)] ?? 0;
  return median / pixels < STILL_BYTES_PER_PIXEL ? 'screen' : 'camera';
}
