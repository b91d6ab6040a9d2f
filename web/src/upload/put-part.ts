/**
 * Sends one part straight to the store. XMLHttpRequest, because fetch does not tell how much of a body has gone out.
 * Resolves to the part's ETag; rejects when the connection breaks or the store refuses.
 */
export const putPart = (url: string, body: Blob, onSent: (bytes: number) => void): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.addEventListener('load', () => {
      const etag = request.getResponseHeader('etag');
      if (request.status === 200 && etag) resolve(etag);
      else reject(new Error(`The store answered ${request.status}`));
    });
    request.addEventListener('error', () => reject(new Error('The connection to the store broke')));
    request.addEventListener('timeout', () => reject(new Error('The store did not answer')));
    request.send(body);
  });
