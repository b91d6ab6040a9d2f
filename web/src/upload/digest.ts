import { newKey } from '../api/intent-key.ts';
import { scriptAddress } from '../security/script-address.ts';
import type { DigestTask, DigestWord } from './digest.worker.ts';
import address from './digest.worker.ts?worker&url';

type Waiting = {
  readonly onRead: (bytes: number) => void;
  readonly resolve: (sha256: string | undefined) => void;
};
const waiting = new Map<string, Waiting>();
let worker: Worker | undefined;

const hear = ({ data }: MessageEvent<DigestWord>): void => {
  const one = waiting.get(data.id);
  if ('readBytes' in data) {
    one?.onRead(data.readBytes);
    return;
  }
  waiting.delete(data.id);
  one?.resolve('sha256' in data ? data.sha256 : undefined);
};

const giveUp = (): void => {
  for (const { resolve } of waiting.values()) resolve(undefined);
  waiting.clear();
  worker = undefined;
};

const open = (): Worker => {
  if (worker) return worker;
  worker = new Worker(scriptAddress(address), { type: 'module', name: 'digest' });
  worker.addEventListener('message', hear);
  // Its script could not be fetched; the next file tries again.
  worker.addEventListener('error', giveUp);
  return worker;
};

/**
 * The SHA-256 of a file in hexadecimal, computed beside the page a stretch at a time, so that a file may be larger than
 * the memory. Undefined when it cannot be read any more, this browser cannot do it, or `signal` gives it up: another file
 * may wait for its turn.
 */
export const digestOf = (
  file: Blob,
  onRead: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<string | undefined> =>
  new Promise((resolve) => {
    const id = newKey();
    const tell = (task: DigestTask): void => open().postMessage(task);
    waiting.set(id, { onRead, resolve });
    signal?.addEventListener('abort', () => {
      if (!waiting.delete(id)) return;
      tell({ id, isLeft: true });
      resolve(undefined);
    });
    try {
      tell({ id, file });
    } catch {
      giveUp();
    }
  });
