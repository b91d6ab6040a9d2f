/** A long recording by what a second of it costs on the measuring machine. */
export type Lecture = {
  readonly seconds: number;
  readonly chunkSeconds: number;
  readonly segmentSeconds: number;
  readonly sourceBytesPerSecond: number;
  /** Processor seconds for a second of picture, at all sizes, and of sound. */
  readonly pictureCpu: number;
  readonly soundCpu: number;
  /** Renditions of picture and of sound; of the former those of 720 lines and more, and the others. */
  readonly renditions: number;
  readonly hd: number;
  readonly sd: number;
};

export type Prices = {
  readonly lambdaGbSecond: { readonly x86_64: number };
  readonly lambdaRequest: number;
  readonly s3Put: number;
  readonly s3Get: number;
  readonly sqsRequest: number;
  readonly mediaConvertBasicAvcMinute: { readonly hd: number; readonly sd: number };
};

export type Simulated = { readonly wall: number; readonly cost: number; readonly mediaConvert: number };

/** Memory of a worker, which comes with one whole processor. */
const WORKER_GB = 1769 / 1024;
/** Seconds before the first and after the last frame: start of the function and the encoder, and its puts. */
const AROUND = 4;
/** Bytes a second of a store that is read on and on with four reads under way; a guess, S3 was not measured. */
const READ_BYTES = 80e6;
const RANGE_BYTES = 1024 ** 2;
/** Calls of the queue for a piece of work: sent, received, held every 40 seconds, deleted. */
const QUEUE_CALLS = 5;

/** How long workers take who each take the next piece when they are done with one; seconds. */
function wallOf(pieces: readonly number[], workers: number): number {
  const free = Array<number>(Math.min(workers, Math.max(1, pieces.length))).fill(0);
  for (const piece of pieces) {
    const next = free.indexOf(Math.min(...free));
    free[next] = (free[next] ?? 0) + piece;
  }
  return Math.max(...free);
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** `speed` is that of a worker's processor; the measuring machine's is 1. */
export function simulate(
  lecture: Lecture,
  { workers, speed }: { readonly workers: number; readonly speed: number },
  prices: Prices,
): Simulated {
  const { seconds, chunkSeconds } = lecture;
  const sourceBytes = seconds * lecture.sourceBytesPerSecond;
  const chunks = Array.from({ length: Math.ceil(seconds / chunkSeconds) }, (_, k) => {
    const length = Math.min(chunkSeconds, seconds - k * chunkSeconds);
    return AROUND + (length * lecture.pictureCpu) / speed;
  });
  const sound = AROUND + (seconds * lecture.soundCpu) / speed + sourceBytes / READ_BYTES;
  // Sent first; then a poster, a storyboard and a waveform, which cost about what decoding the sound does.
  const pieces = [sound, ...chunks];
  const finish = 2 * AROUND + (seconds * lecture.soundCpu) / 4 / speed;
  const busy = sum(pieces) + finish;
  const puts = (lecture.renditions * seconds) / lecture.segmentSeconds;
  const cost =
    busy * WORKER_GB * prices.lambdaGbSecond.x86_64 +
    (pieces.length + 1) * (prices.lambdaRequest + QUEUE_CALLS * prices.sqsRequest) +
    puts * prices.s3Put +
    // The picture's bytes and the sound's pass.
    ((2 * sourceBytes) / RANGE_BYTES) * prices.s3Get;
  const { hd, sd } = prices.mediaConvertBasicAvcMinute;
  return {
    wall: wallOf(pieces, workers) + finish,
    cost,
    mediaConvert: (seconds / 60) * (lecture.hd * hd + lecture.sd * sd),
  };
}
