import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { wordsFile } from '../src/messages/words-file.ts';
import { shellFile } from '../src/pages.ts';
import { type ShellFiles, shellDocument } from './document.ts';
import { inlineParts } from './inline-parts.ts';
import { type DocumentedPage, documentedPages } from './page-documents.ts';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } };

const source = path.resolve(import.meta.dirname, '../src');
const ENTRY = path.join(source, 'main.tsx');
/** What every page for work at a desk is fetched with, beside its words: where its script is. */
const DESK_PAGES = path.join(source, 'desk-pages.ts');

const chunks = (bundle: Bundle): readonly Chunk[] =>
  Object.values(bundle).filter((output) => output.type === 'chunk');

/** The script that holds a source. Throws when none does: the page table and the router must name the same files. */
const chunkOf = (bundle: Bundle, file: string): Chunk => {
  const found = chunks(bundle).find(({ moduleIds }) => moduleIds.includes(file));
  if (!found)
    throw new Error(
      `${file} is in no script: do app.tsx and desk-pages.ts fetch what page-documents.ts names?`,
    );
  return found;
};

/** A chunk and all it cannot start without, itself first. */
const withImports = (bundle: Bundle, chunk: Chunk, seen = new Set<Chunk>()): Set<Chunk> => {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const file of chunk.imports) {
    const imported = bundle[file];
    if (imported?.type === 'chunk') withImports(bundle, imported, seen);
  }
  return seen;
};

const filesOf = (bundle: Bundle, { module, deskWords }: DocumentedPage): ShellFiles => {
  const entry = chunkOf(bundle, ENTRY);
  const page = chunkOf(bundle, path.join(source, 'pages', `${module}.tsx`));
  const needed = withImports(bundle, page, withImports(bundle, entry));
  if (deskWords) withImports(bundle, chunkOf(bundle, DESK_PAGES), needed);
  for (const part of deskWords ?? [])
    withImports(bundle, chunkOf(bundle, path.join(source, wordsFile(part))), needed);
  const styles = [...needed].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  const fonts = Object.keys(bundle).filter((file) => file.endsWith('.woff2'));
  const address = (file: string) => `/${file}`;
  return {
    entry: address(entry.fileName),
    scripts: [...needed].map(({ fileName }) => address(fileName)),
    styles: [...new Set(styles)].map(address),
    fonts: fonts.map(address),
  };
};

/** Writes one HTML document per page of the table, with what that page needs and nothing else. */
export const shells = (): Plugin => ({
  name: 'hoc-vu-so:shells',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const inline = inlineParts();
      for (const [name, page] of documentedPages) {
        const text = shellDocument(page, filesOf(bundle, page), inline);
        this.emitFile({ type: 'asset', fileName: shellFile(name), source: text });
      }
    },
  },
});
