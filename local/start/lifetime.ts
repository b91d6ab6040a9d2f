import process from 'node:process';

const WATCH_MS = 500;
/** Whatever still runs by then is left behind: SQLite and the queues survive it. */
const PATIENCE_MS = 6000;

/**
 * Resolves with why this process has to end: Ctrl-C, a signal, a closed terminal or the loss of the process that
 * started it (even by kill -9). The process ends by itself some seconds later if the caller does not end it.
 */
export function untilAskedToEnd(): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const parent = process.ppid;
  const end = (reason: string) => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    resolve(reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal));
  process.on('disconnect', () => end('the process that started it is gone'));
  // Whoever reads our output may go before us; writing to nobody must not end the work in the middle.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  if (process.stdin.isTTY) process.stdin.on('close', () => end('the terminal was closed')).resume();
  setInterval(() => {
    if (process.ppid !== parent) end('the process that started it is gone');
  }, WATCH_MS).unref();
  return promise;
}
