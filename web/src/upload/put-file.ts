/** A line on which nothing has moved for this long is taken for dead. Milliseconds. */
const PATIENCE_MS = 60_000;

/** The store has heard what was sent and does not take it: another line would not help. */
export class StoreRefusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The store answered ${status}`);
    this.status = status;
  }
}

type Sending = { readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal };

/**
 * Sends a file straight to the store. XMLHttpRequest, because fetch does not tell how much of a body has gone out.
 * Resolves once the store has it; rejects when the connection breaks, stands still, is given up by `signal`, or the
 * store refuses.
 */
export const putFile = (
  url: string,
  body: Blob,
  onSent: (bytes: number) => void,
  { headers = {}, signal }: Sending = {},
): Promise<XMLHttpRequest> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const giveUp = (): void => request.abort();
    let still: ReturnType<typeof setTimeout>;
    const watch = (): void => {
      clearTimeout(still);
      still = setTimeout(giveUp, PATIENCE_MS);
    };
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => {
      watch();
      onSent(loaded);
    });
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(request);
      else reject(new StoreRefusal(request.status));
    });
    request.addEventListener('error', () => reject(new Error('The connection to the store broke')));
    request.addEventListener('abort', () => reject(new Error('The store did not answer')));
    request.addEventListener('loadend', () => {
      clearTimeout(still);
      signal?.removeEventListener('abort', giveUp);
    });
    signal?.addEventListener('abort', giveUp);
    watch();
    if (signal?.aborted) reject(new Error('Given up before it began'));
    else request.send(body);
  });
