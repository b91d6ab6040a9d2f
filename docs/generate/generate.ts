import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asyncApi } from './asyncapi.ts';
import { differences } from './differences.ts';
import { openApi } from './openapi.ts';

/**
 * Writes everything that is made from the contracts: docs/openapi.json, docs/asyncapi.json and the web client's table
 * of routes. `--check` writes nothing, tells what differs and fails when anything does.
 */
const root = path.resolve(import.meta.dirname, '../..');
const SHOWN = 10;

const documents = { 'docs/openapi.json': await openApi(), 'docs/asyncapi.json': asyncApi() };

const textOf = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

/** A sentence about what differs in a stored document, or undefined when it is the one the contracts give. */
async function drift(file: string, document: unknown): Promise<string | undefined> {
  const stored = await readFile(path.join(root, file), 'utf8').catch(() => 'null');
  if (stored === textOf(document)) return undefined;
  const places = differences(JSON.parse(stored), JSON.parse(textOf(document)));
  const shown = places.slice(0, SHOWN).map((place) => `  ${place}`);
  const rest = places.length > SHOWN ? [`  and ${places.length - SHOWN} more`] : [];
  return [`${file} is not what the contracts give: run npm run generate`, ...shown, ...rest].join('\n');
}

if (process.argv.includes('--check')) {
  for (const [file, document] of Object.entries(documents)) {
    const found = await drift(file, document);
    if (!found) continue;
    process.stderr.write(`${found}\n`);
    process.exitCode = 1;
  }
} else {
  for (const [file, document] of Object.entries(documents))
    await writeFile(path.join(root, file), textOf(document));
}
// Reads --check for itself.
await import('./web-routes.ts');
