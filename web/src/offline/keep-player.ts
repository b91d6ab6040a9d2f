/** Has the worker keep the player's script, without which a downloaded recording is only bytes. */
export const keepPlayer = async (): Promise<void> => {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
  });
  worker.postMessage('keep-player', [port2]);
  if (!(await answered)) throw new TypeError('The player could not be fetched');
};
