/** The player is not on the device, and waiting longer will not bring it. */
export class PlayerMissing extends Error {}

/** The worker may have the whole site to fetch before the player, on a slow line; in ms. */
const PATIENCE_MS = 180_000;

/** The first visit has a worker that is still at work on the site; `ready` waits for it, where there is none for ever. */
const askWorker = async (): Promise<boolean> => {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data === true);
    };
    active?.postMessage('keep-player', [port2]);
  });
};

/**
 * Has the worker keep the player's script, without which a downloaded recording is only bytes. Throws `PlayerMissing`
 * when the worker cannot, or does not answer in three minutes; the signal's reason when it is stopped.
 */
export const keepPlayer = async (signal: AbortSignal): Promise<void> => {
  signal.throwIfAborted();
  const isKept = await new Promise<boolean>((resolve, reject) => {
    setTimeout(() => reject(new PlayerMissing('The worker does not answer')), PATIENCE_MS);
    signal.addEventListener('abort', () => reject(signal.reason));
    askWorker().then(resolve, reject);
  });
  if (!isKept) throw new PlayerMissing('The worker could not fetch the player');
};
