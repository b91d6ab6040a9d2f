/** A stretch of the file and the signed address it is sent to. `toByte` is the first byte after it. */
export type Part = {
  readonly partNumber: number;
  readonly url: string;
  readonly fromByte: number;
  readonly toByte: number;
};
/** A part that has arrived, with the fingerprint that joins it to the others. */
export type Arrived = { readonly partNumber: number; readonly etag: string };

export type Outcome =
  | { readonly kind: 'all-sent'; readonly arrived: readonly Arrived[] }
  | { readonly kind: 'interrupted'; readonly arrived: readonly Arrived[] };

type Put = (part: Part, onSent: (bytes: number) => void) => Promise<string>;
type Parts = {
  readonly put: Put;
  readonly wait: (ms: number) => Promise<void>;
  /** Bytes sent so far, of the parts given. */
  readonly onProgress: (bytes: number) => void;
  readonly onArrived: (arrived: Arrived) => void;
};

/** Connections to the store at one time, and tries per part. */
const LANES = 3;
const TRIES = 4;

const sendOne = async (
  part: Part,
  { put, wait }: Parts,
  onSent: (bytes: number) => void,
): Promise<string> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await put(part, onSent);
    } catch (error) {
      onSent(0);
      if (attempt === TRIES) throw error;
      await wait(500 * 2 ** (attempt - 1));
    }
  }
};

/**
 * Sends parts over a few connections, each part again when it fails. A part that keeps failing ends the sending as
 * `interrupted`; what has arrived stays, so that only the rest is sent later.
 */
export const sendParts = async (todo: readonly Part[], parts: Parts): Promise<Outcome> => {
  const queue = [...todo];
  const arrived: Arrived[] = [];
  const sent = new Map<number, number>();
  let isInterrupted = false;
  const note = (partNumber: number, bytes: number): void => {
    sent.set(partNumber, bytes);
    parts.onProgress([...sent.values()].reduce((sum, one) => sum + one, 0));
  };
  const lane = async (): Promise<void> => {
    for (let part = queue.shift(); part && !isInterrupted; part = queue.shift()) {
      const { partNumber, fromByte, toByte } = part;
      try {
        const etag = await sendOne(part, parts, (bytes) => note(partNumber, bytes));
        note(partNumber, toByte - fromByte);
        arrived.push({ partNumber, etag });
        parts.onArrived({ partNumber, etag });
      } catch {
        isInterrupted = true;
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { kind: isInterrupted ? 'interrupted' : 'all-sent', arrived };
};
