import { cpSync, globSync } from 'node:fs';
import path from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const FUNCTIONS_FOLDER = path.join(root, '.build/functions');

/** Folder of one handler's bundle: `services/quizzes/handlers/api.ts` → `.build/functions/quizzes/api`. */
export const bundleFolder = (service: string, handler: string): string =>
  path.join(FUNCTIONS_FOLDER, service, handler);

const entryPoints = (): Record<string, string> => {
  const handlers = globSync('services/*/handlers/*.ts', { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts'),
  );
  return Object.fromEntries(
    handlers.map((file) => {
      const [, service = '', , name = ''] = file.split(path.sep);
      return [`${service}/${name.replace(/\.ts$/, '')}/index`, path.join(root, file)];
    }),
  );
};

/** Scripts that open strangers' files, or become what does, each run in a process of its own. */
const children = {
  'media/engine/child': path.join(root, 'services/media/engine/child.ts'),
  'media/engine/pages-child': path.join(root, 'services/media/engine/pages-child.ts'),
  'media/engine/launch-child': path.join(root, 'services/media/engine/launch-child.ts'),
  'media/engine/launch-program': path.join(root, 'services/media/engine/launch-program.ts'),
};

/** Importing node-av does nothing by itself, which its manifest does not say: a handler that shares code with a child needs none of it. */
const nodeAvIsPure: Plugin = {
  name: 'node-av-is-pure',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^node-av\// }, async ({ path: wanted, pluginData, ...from }) =>
      pluginData
        ? undefined
        : { ...(await resolve(wanted, { ...from, pluginData: true })), sideEffects: false },
    );
  },
};

/**
 * One esbuild call for every handler of every service: half the time of one call each. The SDK is bundled
 * (the runtime's own copy starts 20-30 ms slower); native packages come from layers. Nothing is removed
 * first: a synthesis that runs at the same time still finds every bundle.
 */
export async function bundleFunctions(): Promise<Metafile> {
  const entries = entryPoints();
  const result = await build({
    absWorkingDir: root,
    entryPoints: { ...entries, ...children },
    outdir: FUNCTIONS_FOLDER,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: ['sharp', '@napi-rs/canvas', 'pdfjs-dist/*'],
    alias: {
      '@aws-sdk/credential-provider-node': path.join(root, 'shared/store/environment-credentials.ts'),
    },
    plugins: [nodeAvIsPure],
    sourcemap: 'external',
    metafile: true,
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: 'warning',
  });
  shipEngineWithMedia(Object.keys(entries));
  return result.metafile;
}

/** The children run as processes of their own, so their scripts lie beside each media handler that may fork one. */
const shipEngineWithMedia = (names: readonly string[]): void => {
  for (const name of names.filter((entry) => entry.startsWith('media/'))) {
    const folder = path.join(FUNCTIONS_FOLDER, path.dirname(name));
    // MIT: the notice goes with the copy that the child's bundle holds.
    cpSync(path.join(root, 'node_modules/node-av/LICENSE.md'), path.join(folder, 'node-av-LICENSE.md'));
    for (const child of Object.keys(children)) {
      const script = `${path.basename(child)}.mjs`;
      cpSync(path.join(FUNCTIONS_FOLDER, `${child}.mjs`), path.join(folder, script));
    }
  }
};
