import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { listen } from './listen.ts';
import { sendJson } from './messages.ts';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Longer than browsers and SDKs keep idle connections, so that they and not we close them. */
const KEEP_ALIVE_MS = 75_000;

/** A port that is held before anything can be answered, so that addresses are known while things are put together. */
export class HeldPort {
  readonly address: string;
  readonly port: number;
  readonly #server: http.Server;
  #listener: Listener = (_, response) =>
    sendJson(response, 503, { message: 'Starting.' }, { 'retry-after': '1' });

  private constructor(server: http.Server, port: number, name: string) {
    this.#server = server;
    this.port = port;
    this.address = `http://${name}:${port}`;
    server.on('request', (request, response) => this.#listener(request, response));
  }

  /**
   * Takes the port (0: any), reached by a name of this machine; until `serve` is called it answers 503. Throws
   * `StartRefused` when it is taken.
   */
  static async take(port: number, name = '127.0.0.1'): Promise<HeldPort> {
    const server = http.createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
    return new HeldPort(server, await listen(server, port), name);
  }

  serve(listener: Listener): void {
    this.#listener = listener;
  }

  /** Ends every connection, idle or not. */
  close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    return closed;
  }
}
