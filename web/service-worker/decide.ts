import type { Site } from './site.ts';

/** What is known of a request before anything is looked up. */
export type Asked = {
  readonly method: string;
  readonly url: URL;
  /** Whether the browser wants a document for the address bar. */
  readonly isNavigation: boolean;
};

/**
 * `network`: not the worker's business. `shell`: a page of the site. `file`: what a build is made of. `config`: from
 * the network, or as it was last. `media`: a recording, which may have been downloaded.
 */
export type Decision =
  | { readonly kind: 'network' }
  | { readonly kind: 'file' }
  | { readonly kind: 'config' }
  | { readonly kind: 'media' }
  | { readonly kind: 'shell'; readonly path: string };

const NETWORK: Decision = { kind: 'network' };
/** The API, tracked links, and pages that are not of this site: the local cloud's own and the API's description. */
const FOREIGN = /^\/(v1|t|local|docs)(\/|$)/;
const MEDIA = /^\/media\//;
const ASSET = /^\/assets\//;

/** How the worker of a site at `origin` answers a request. */
export const decide = (
  { method, url, isNavigation }: Asked,
  { files, pages }: Pick<Site, 'files' | 'pages'>,
  origin: string,
): Decision => {
  const { pathname } = url;
  if (method !== 'GET' || url.origin !== origin || FOREIGN.test(pathname)) return NETWORK;
  if (MEDIA.test(pathname)) return isNavigation ? NETWORK : { kind: 'media' };
  if (isNavigation) {
    const page = pages.find(({ pattern }) => new RegExp(pattern).test(pathname));
    return page ? { kind: 'shell', path: page.shell } : NETWORK;
  }
  if (pathname === '/config.json') return { kind: 'config' };
  const isOfBuild = ASSET.test(pathname) || files.some(({ path }) => path === pathname);
  return isOfBuild ? { kind: 'file' } : NETWORK;
};
