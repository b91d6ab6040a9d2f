import fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { AwsError } from '../core/aws-error.ts';
import { isObject, type JsonObject } from '../core/json.ts';
import { readBody, sendJson } from '../http/messages.ts';
import type { Listener } from '../http/ports.ts';
import { inspectorPage } from './page.ts';

/** What a path under /local does: reading by GET, or an action by POST with a JSON object as input. */
export type LocalRoute = {
  readonly method: 'GET' | 'POST';
  readonly answer: (input: JsonObject) => unknown;
};

/** What a route is found by: `GET /local/state.json`. */
export const routeName = (method: string | undefined, path: string): string => `${method} ${path}`;

/** Thrown by a route to answer with another status than 200; `message` is for a person. */
export class LocalRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const FILES: Readonly<Record<string, string>> = {
  '/local/inspector.css': 'text/css; charset=utf-8',
  '/local/inspector.js': 'text/javascript; charset=utf-8',
  '/local/sections.js': 'text/javascript; charset=utf-8',
};
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
const LARGEST_INPUT_BYTES = 64 * 1024;

/** Browsers send Origin with every POST, so another site cannot press a button here; tools without one may. */
function isForeign(request: IncomingMessage, address: string): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'] ?? 'same-origin';
  const typedIn = request.method === 'GET' && site === 'none';
  return (origin !== undefined && origin !== address) || (site !== 'same-origin' && !typedIn);
}

function sendText(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

async function readInput(request: IncomingMessage): Promise<JsonObject> {
  if (request.method !== 'POST') return {};
  const body = await readBody(request, LARGEST_INPUT_BYTES);
  if (body === undefined) throw new LocalRefusal(413, 'Too much input.');
  try {
    const input: unknown = JSON.parse(body.toString() || '{}');
    if (isObject(input)) return input;
  } catch {
    // Answered below, like every body that is not a JSON object.
  }
  throw new LocalRefusal(400, 'The input must be a JSON object.');
}

function refusalOf(error: unknown): { status: number; message: string } | undefined {
  if (error instanceof LocalRefusal) return { status: error.status, message: error.message };
  if (error instanceof AwsError) return { status: 409, message: error.message };
  return undefined;
}

type Parts = {
  readonly address: string;
  /** By `routeName`. */
  readonly routes: ReadonlyMap<string, LocalRoute>;
  readonly log: (line: string) => void;
};

async function answerRoute(
  parts: Parts,
  route: LocalRoute,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (isForeign(request, parts.address))
    return sendJson(response, 403, { message: 'Another site may not do this.' });
  try {
    sendJson(response, 200, await route.answer(await readInput(request)));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) parts.log(`${request.url}: ${error instanceof Error ? error.stack : String(error)}`);
    sendJson(response, refusal?.status ?? 500, { message: refusal?.message ?? 'Internal error.' });
  }
}

/** Serves the page, its files and the routes under /local. The Host header was checked before. */
export function inspectorListener(parts: Parts): Listener {
  const folder = path.join(import.meta.dirname, 'page');
  return (request, response) => {
    const url = new URL(request.url ?? '/', parts.address);
    const route = parts.routes.get(routeName(request.method, url.pathname));
    if (route) return void answerRoute(parts, route, request, response);
    const type = FILES[url.pathname];
    if (type)
      return sendText(response, type, fs.readFileSync(path.join(folder, path.basename(url.pathname))));
    if (url.pathname !== '/local') return sendJson(response, 404, { message: 'Not found.' });
    const language = url.searchParams.get('lang') === 'en' ? 'en' : 'vi';
    sendText(response, 'text/html; charset=utf-8', inspectorPage(language));
  };
}
