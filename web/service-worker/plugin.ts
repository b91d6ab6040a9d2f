import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { documentedPages } from '../shells/page-documents.ts';
import { wordsFile } from '../src/messages/words-file.ts';
import { addressPattern, shellFile, sitePages } from '../src/pages.ts';
import type { Site, SiteFile } from './site.ts';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } };

const FILE_NAME = 'service-worker.js';
const PLACEHOLDER = '__SITE__';
const source = path.resolve(import.meta.dirname, '../src');
const publicFolder = path.resolve(import.meta.dirname, '../public');

/** Pages for work at a desk, and their words, are kept on a device when they are first opened there, not on every learner's phone. */
const deskSources = new Set(
  documentedPages.flatMap(([, { module, deskWords, isLocal }]) =>
    deskWords || isLocal ? [`pages/${module}.tsx`, ...(deskWords ?? []).map(wordsFile)] : [],
  ),
);
/** 111 KB that only a recording needs; it is kept when the first one is played or downloaded. */
const PLAYER = /\/hls\.js\//;

const isPlayer = ({ moduleIds }: Pick<Chunk, 'moduleIds'>): boolean =>
  moduleIds.some((id) => PLAYER.test(id));
const isKeptLater = ({ moduleIds, facadeModuleId }: Chunk): boolean =>
  deskSources.has(path.relative(source, facadeModuleId ?? '')) || isPlayer({ moduleIds });

/** The chunk and everything that can be reached from it, but for what is kept later. */
const reachable = (bundle: Bundle, file: string, seen = new Set<Chunk>()): Set<Chunk> => {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || seen.has(chunk) || isKeptLater(chunk)) return seen;
  seen.add(chunk);
  for (const next of [...chunk.imports, ...chunk.dynamicImports]) reachable(bundle, next, seen);
  return seen;
};

/** Scripts, styles, letters and shells by their names in the bundle. */
const filesOf = (bundle: Bundle): string[] => {
  const entries = Object.values(bundle).filter(
    (output) => output.type === 'chunk' && output.isEntry && output.fileName !== FILE_NAME,
  );
  const chunks = new Set(entries.flatMap(({ fileName }) => [...reachable(bundle, fileName)]));
  const styles = [...chunks].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  // An address that leads nowhere is asked of the network: its document comes with the status 404 and cannot be kept.
  const kept = sitePages.flatMap(([name, { deskWords, isLocal }]) =>
    deskWords || isLocal || name === 'not-found' ? [] : [shellFile(name)],
  );
  const others = Object.keys(bundle)
    .filter((file) => file.endsWith('.woff2'))
    .concat(kept);
  return [...new Set([...chunks].map(({ fileName }) => fileName).concat(styles, others))].sort();
};

const contentOf = (output: Bundle[string] | undefined): string | Uint8Array =>
  output?.type === 'chunk' ? output.code : (output?.source ?? '');

const fileOf = (name: string, content: string | Uint8Array): SiteFile => ({
  path: `/${name}`,
  integrity: `sha256-${createHash('sha256').update(content).digest('base64')}`,
});

/** The mark and the manifest; the icons below are the system's business once the site is installed. */
const publicFiles = (): string[] =>
  fs
    .readdirSync(publicFolder, { withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? entry.name : []));

/** The build as the worker needs to know it; `code` is the worker's own. */
const siteOf = (bundle: Bundle, code: string): Site => {
  const files = [
    ...filesOf(bundle).map((name) => fileOf(name, contentOf(bundle[name]))),
    ...publicFiles().map((name) => fileOf(name, fs.readFileSync(path.join(publicFolder, name)))),
  ];
  const player = Object.values(bundle).flatMap((output) =>
    output.type === 'chunk' && isPlayer(output) ? [fileOf(output.fileName, output.code)] : [],
  );
  const pages = sitePages.flatMap(([name, { path: address }]) =>
    address ? { pattern: addressPattern(address), shell: `/${shellFile(name)}` } : [],
  );
  const version = createHash('sha256')
    .update(JSON.stringify({ files, player, pages, code }))
    .digest('hex')
    .slice(0, 12);
  return { version, files, player, pages };
};

/** Builds the service worker beside the site, with the list of what it has to keep. */
export const serviceWorker = (): Plugin => ({
  name: 'hoc-vu-so:service-worker',
  apply: 'build',
  buildStart() {
    this.emitFile({
      type: 'chunk',
      id: path.join(import.meta.dirname, 'worker.ts'),
      fileName: FILE_NAME,
    });
  },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const worker = bundle[FILE_NAME];
      if (worker?.type !== 'chunk') throw new Error('The service worker was not built');
      worker.code = worker.code.replace(PLACEHOLDER, () => JSON.stringify(siteOf(bundle, worker.code)));
    },
  },
});
