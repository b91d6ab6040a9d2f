import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const ROOMS = '{services,shared,events,infra,local,web,docs}/**/*.{ts,tsx}';
const OF_TESTS = /\.(test|suite)\.tsx?$|\/fixtures?\/|\.d\.ts$/;

const TYPE_IMPORT = /^(?:import|export) type [^;]*? from '([^']+)';$/gm;
const SPECIFIER = /(["'])((?:\.{1,2}\/|#)[^"']+)\.tsx?\1/g;

const asJavaScript = (code: string): string => code.replace(SPECIFIER, '"$2.js"');

/** What a module loads, types erased the way Node and esbuild erase them. */
const values = (source: string, file: string): string =>
  transformSync(source, {
    loader: file.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // The reader of imports speaks no newer JavaScript.
    target: 'es2020',
    supported: { using: false, 'top-level-await': true },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  }).code;

const types = (source: string): string =>
  [...source.matchAll(TYPE_IMPORT)].map(([, specifier]) => `import '${specifier}';`).join('\n');

/**
 * Lays every source file out as JavaScript below `folder`: in `values/` with what it loads, in `all/` with what it
 * names as a type beside that. dependency-cruiser reads TypeScript through a compiler API that TypeScript 7 has not.
 */
export class ImportTree {
  readonly folder: string;

  constructor() {
    this.folder = path.join(root, '.build/imports');
    rmSync(this.folder, { recursive: true, force: true });
    const { imports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      imports: object;
    };
    for (const graph of ['values', 'all'])
      this.#write(`${graph}/package.json`, JSON.stringify({ type: 'module', imports }));
    for (const file of globSync(ROOMS, { cwd: root }).filter((each) => !OF_TESTS.test(each)))
      this.add(file, readFileSync(path.join(root, file), 'utf8'));
  }

  /** Lays out one more source, whether or not it is in the repository. */
  add(file: string, source: string): void {
    const loaded = values(source, file);
    const target = file.replace(/\.tsx?$/, '.js');
    this.#write(`values/${target}`, asJavaScript(loaded));
    this.#write(`all/${target}`, asJavaScript(`${loaded}\n${types(source)}\n`));
  }

  #write(file: string, text: string): void {
    const target = path.join(this.folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
