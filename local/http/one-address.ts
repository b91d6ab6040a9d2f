import type { Handler } from '../http-api/exchange.ts';
import { nodeListener } from '../http-api/exchange.ts';
import type { Admission } from './admission.ts';
import { isLoopbackHost } from './loopback.ts';
import { sendJson } from './messages.ts';
import type { Listener } from './ports.ts';
import { askToWait } from './waiting-page.ts';

type Parts = {
  readonly port: number;
  readonly log: (line: string) => void;
  readonly admission: Admission;
  /** Answers what lies under /local. */
  readonly inspector: Listener;
  /** The distribution of the template, or its API when it has none. */
  readonly site: Handler | undefined;
};

const isLocalPath = (url: string): boolean => /^\/local(?:[/?]|$)/.test(url);

/**
 * The one address a person opens. Names other than this machine's are refused; `localhost` is sent on to
 * 127.0.0.1, so that the browser keeps one origin, one sign-in and one offline store. What lies under /local can be
 * watched while the platform is made ready; the site itself asks to wait until then.
 */
export function oneAddress({ port, log, admission, inspector, site }: Parts): Listener {
  const answer = site && nodeListener(site, log);
  return (request, response) => {
    const { host } = request.headers;
    const url = request.url ?? '/';
    if (!isLoopbackHost(host, port)) return sendJson(response, 403, { message: 'Unknown host.' });
    if (host?.startsWith('localhost')) {
      response.writeHead(308, { location: `http://127.0.0.1:${port}${url}` }).end();
      return;
    }
    if (isLocalPath(url)) return inspector(request, response);
    if (!admission.admits(request.headers)) return askToWait(request, response, admission.waited);
    if (answer) void answer(request, response);
    else sendJson(response, 404, { message: 'The template has neither a distribution nor an API.' });
  };
}
