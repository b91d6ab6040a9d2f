import type { Handler } from '../http-api/exchange.ts';
import { nodeListener } from '../http-api/exchange.ts';
import { sendJson } from './messages.ts';
import type { Listener } from './ports.ts';

type Parts = {
  readonly port: number;
  readonly log: (line: string) => void;
  /** The template's other distribution; undefined when it has one alone. */
  readonly packages: Handler | undefined;
};

/** Beside the address of the site, which is 127.0.0.1: cookies know no ports, so the two may not share a name. */
export const PACKAGE_NAME = 'localhost';

/** Where foreign packages play: never under the name of the site, whatever name a request comes by. */
export function packageAddress({ port, log, packages }: Parts): Listener {
  const answer = packages && nodeListener(packages, log);
  const names = new Set([`${PACKAGE_NAME}:${port}`, ...(port === 80 ? [PACKAGE_NAME] : [])]);
  return (request, response) => {
    if (!names.has(request.headers.host ?? '')) return sendJson(response, 403, { message: 'Unknown host.' });
    if (answer) void answer(request, response);
    else sendJson(response, 404, { message: 'The template has no second distribution.' });
  };
}
