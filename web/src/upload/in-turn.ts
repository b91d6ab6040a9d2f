/** Resolves with a release once it is its turn; rejects when `signal` is aborted before. */
export type Turns = (signal: AbortSignal) => Promise<() => void>;

/** Lets so many at work at one time, the rest in the order in which they came. */
export const createTurns = (places: number): Turns => {
  let free = places;
  const line: (() => void)[] = [];
  const release = (): void => {
    const next = line.shift();
    if (next) next();
    else free += 1;
  };
  const once = (): (() => void) => {
    let isHeld = true;
    return () => {
      if (isHeld) release();
      isHeld = false;
    };
  };
  return (signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      if (free > 0) {
        free -= 1;
        return resolve(once());
      }
      const leave = (): void => {
        line.splice(line.indexOf(enter), 1);
        reject(signal.reason);
      };
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        resolve(once());
      };
      line.push(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
};
