/** A call that has not answered by then (ms) is tried again later; a dead network may never say so itself. */
const PATIENCE_MS = 20_000;

/** The answer of a call, or `later` once it has taken too long. */
export const inTime = <T>(call: Promise<T>): Promise<T | 'later'> => {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<'later'>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, 'later');
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
};
