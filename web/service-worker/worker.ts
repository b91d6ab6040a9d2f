import {
  configOf,
  dropOldVersions,
  fetchPlayer,
  fetchVersion,
  fileOf,
  MEDIA_CACHE,
  orNothing,
  shellOf,
} from './caches.ts';
import { type Decision, decide } from './decide.ts';
import { inRange } from './range.ts';
import type { Site } from './site.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const __SITE__: Site;

const site = __SITE__;

/** The page sends this when the person asked for the new version. */
const TAKE_OVER = 'take-over';
/** And this when a recording is downloaded; the port that comes along is told whether it can be played. */
const KEEP_PLAYER = 'keep-player';

const mediaOf = async (request: Request): Promise<Response> => {
  const kept = await orNothing(() => caches.match(request.url, { cacheName: MEDIA_CACHE }));
  return kept ? inRange(kept, request.headers.get('range')) : fetch(request);
};

/** Every shell starts the whole site; this one stands in where a page's own is not on the device. */
const ANY_SHELL = '/index.html';

/** The shell at once; the network where it is not kept on every device, or was lost. */
const pageOf = async (request: Request, path: string): Promise<Response> => {
  const shell = await shellOf(site, path);
  if (shell) return shell;
  try {
    return await fetch(request);
  } catch (error) {
    const standIn = await shellOf(site, ANY_SHELL);
    if (standIn) return standIn;
    throw error;
  }
};

/** Undefined leaves the request to the browser, as if there were no worker. */
const answer = (request: Request, decision: Decision): Promise<Response> | undefined => {
  switch (decision.kind) {
    case 'network':
      return undefined;
    case 'shell':
      return pageOf(request, decision.path);
    case 'media':
      return mediaOf(request);
    case 'config':
      return configOf(request);
    case 'file':
      return fileOf(site, request);
    default:
      return decision satisfies never;
  }
};

self.addEventListener('install', (event) => {
  event.waitUntil(fetchVersion(site));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOldVersions(site), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.data === TAKE_OVER) void self.skipWaiting();
  if (event.data !== KEEP_PLAYER || !port) return;
  const kept = fetchPlayer(site).then(
    () => port.postMessage(true),
    () => port.postMessage(false),
  );
  event.waitUntil(kept);
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = {
    method: request.method,
    url: new URL(request.url),
    isNavigation: request.mode === 'navigate',
  };
  const decision = decide(asked, site, self.location.origin);
  const answered = answer(request, decision);
  if (answered) event.respondWith(answered);
});
