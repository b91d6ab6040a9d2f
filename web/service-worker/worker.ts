import {
  configOf,
  dropOldVersions,
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

const mediaOf = async (request: Request): Promise<Response> => {
  const kept = await orNothing(async () => (await caches.open(MEDIA_CACHE)).match(request.url));
  return kept ? inRange(kept, request.headers.get('range')) : fetch(request);
};

/** The shell at once; the network only where the device lost it. */
const pageOf = async (request: Request, path: string): Promise<Response> =>
  (await shellOf(site, path)) ?? fetch(request);

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

self.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting();
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
