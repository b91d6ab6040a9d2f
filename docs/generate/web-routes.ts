import { readFile, writeFile } from 'node:fs/promises';
import { contracts } from '../../services/contracts.ts';

/**
 * Writes the table that the web client calls by: name, method, path and whether a sign-in is needed. The page gets
 * the types from the contracts and only this at run time, so no schema library is sent to phones.
 * `--check` writes nothing and fails when the stored table is not the one the contracts give.
 */
const target = new URL('../../web/src/api/routes.generated.ts', import.meta.url);

const rows = Object.values(contracts)
  .flatMap((routes) => Object.entries(routes))
  .filter(([, { path }]) => path.startsWith('/v1/'))
  .map(([name, { method, path, roles }]) => `  ${name}: ['${method}', '${path}', ${roles !== 'public'}],`)
  .sort();

const text = [
  '// Generated from services/contracts.ts by docs/generate/web-routes.ts; change the contract instead.',
  'export const routes = {',
  ...rows,
  '} as const;',
  '',
].join('\n');

if (process.argv.includes('--check')) {
  const stored = await readFile(target, 'utf8').catch(() => '');
  if (stored !== text) {
    process.stderr.write(
      'web/src/api/routes.generated.ts is not what the contracts give: run node docs/generate/web-routes.ts\n',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(target, text);
}
