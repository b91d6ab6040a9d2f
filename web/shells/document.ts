import { readFileSync } from 'node:fs';
import path from 'node:path';
import { en } from '../src/messages/en.ts';
import { documentWords } from '../src/messages/vi/document.ts';
import { vi } from '../src/messages/vi.ts';
import type { InlineParts } from './inline-parts.ts';
import type { DocumentedPage } from './page-documents.ts';

/** What a page's first picture and its first use are made of, as addresses on the site. */
export type ShellFiles = {
  readonly entry: string;
  /** Everything the entry and the page cannot start without. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly fonts: readonly string[];
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The same words in both languages: which one is seen is known only on the device. */
const words = (of: (catalogue: typeof vi) => string): string =>
  `<span class="words"><span lang="vi">${escaped(of(vi))}</span><span lang="en" hidden>${escaped(of(en))}</span></span>`;

/** Addresses with the places of their parts instead of the names: `/khoa-hoc/:slug` has its slug at {2}, a query's at {?name}. */
const placesIn = (path: string, reads: readonly string[]): string => {
  const parts = path.split('/');
  return reads
    .map((address) =>
      address
        .replace(/:\w+/g, (name) => `{${parts.indexOf(name)}}`)
        .replace(/(?<=\/)\?\w+/g, (name) => `{${name}}`),
    )
    .join(' ');
};

/** What the inline script asks for before any other script has arrived. */
const startsOf = (
  { path = '', starts = [], own, unlessKept }: DocumentedPage,
  { scripts, entry }: ShellFiles,
): string => {
  const told = {
    scripts: scripts.filter((file) => file !== entry).join(' '),
    starts: placesIn(path, starts),
    ...(own && { 'own-starts': placesIn(path, own.reads), 'own-roles': own.roles.join(' ') }),
    ...(unlessKept && { unless: unlessKept }),
  };
  return Object.entries(told)
    .map(([name, value]) => `data-${name}="${escaped(value)}"`)
    .join(' ');
};

const LOGO = readFileSync(path.join(import.meta.dirname, '../public/logo.svg'), 'utf8')
  .trim()
  .replace('<svg ', '<svg width="44" height="44" aria-hidden="true" ');

const BRAND = `<a class="brand" href="/">${LOGO}<span>${words(({ common }) => common.brand)}<small>${words(({ common }) => common.centre)}</small></span></a>`;

const content = (page: DocumentedPage): string => `
<main>
<div class="page-head"><h1>${words(page.heading)}</h1></div>
<noscript><p>${escaped(documentWords.needsScript)}</p></noscript>
<div id="late" role="alert" hidden><p>${words(({ common }) => common.noScript)}</p><p><a class="btn" href="">${words(({ common }) => common.retry)}</a></p></div>
<div class="waiting" aria-hidden="true"><i></i><i></i></div>
</main>`;

const frame = (page: DocumentedPage): string => `
<div class="shell has-bottom">
<div class="side">${BRAND}</div>
<div>
<header class="top">${BRAND}<span class="square" aria-hidden="true">Aa</span></header>${content(page)}
</div>
<div class="bottom bottom-before"></div>
</div>`;

/**
 * The whole document of one page: its frame and heading are painted from these bytes alone, its scripts and its first
 * data are asked for at once. The style sheet stands below the frame, so that nothing waits for it; it repeats what is
 * inline, for a browser that was told not to take inline styles.
 */
export const shellDocument = (page: DocumentedPage, files: ShellFiles, inline: InlineParts): string => {
  const title = `${page.heading(vi)} · ${vi.common.brand}`;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escaped(title)}</title>
<script ${startsOf(page, files)}>${inline.script}</script>
<style>${inline.style}</style>
<link rel="modulepreload" href="${files.entry}" />
${files.styles.map((file) => `<link rel="preload" as="style" href="${file}" />`).join('\n')}
${files.fonts.map((file) => `<link rel="preload" as="font" type="font/woff2" href="${file}" crossorigin fetchpriority="low" />`).join('\n')}
<meta name="theme-color" content="#fbf6ea" />
<meta name="description" content="${escaped(documentWords.description)}" />
<link rel="icon" href="/logo.svg" type="image/svg+xml" />
<link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
<link rel="manifest" href="/manifest.webmanifest" />
</head>
<body>
<div id="app">${page.isBare ? content(page) : frame(page)}
</div>
${files.styles.map((file) => `<link rel="stylesheet" href="${file}" />`).join('\n')}
<script type="module" src="${files.entry}"></script>
</body>
</html>
`;
};
