import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asyncApi } from './generate/asyncapi.ts';
import { openApi } from './generate/openapi.ts';
import { apiPage } from './page/api-page.ts';
import { eventsPage } from './page/events-page.ts';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, '.build/docs');

/** Writes the pages that the site serves under /docs, with the two documents for programs. Returns their folder. */
export async function buildDocsSite(): Promise<string> {
  const [api, events] = [await openApi(), asyncApi()];
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const files = {
    'index.html': apiPage(api),
    'events.html': eventsPage(events),
    'openapi.json': JSON.stringify(api),
    'asyncapi.json': JSON.stringify(events),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(target, name), text);
  await copyFile(path.join(import.meta.dirname, 'page/style.css'), path.join(target, 'style.css'));
  return target;
}

if (import.meta.main) await buildDocsSite();
