import http, { type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

type Asked = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };
type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** A request whose every header is the test's own: `fetch` would not send a foreign Host or Origin. */
export function request(
  address: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = http.request(address, { method, headers }, (response) => {
      text(response).then(
        (answer) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer }),
        reject,
      );
    });
    sent.once('error', reject).end(body);
  });
}
