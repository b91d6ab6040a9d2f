import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EventContract } from '../../events/define-event.ts';

const root = path.resolve(import.meta.dirname, '../..');

const kebab = (name: string): string => name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/**
 * Services that handle an event: a handler `on-….event.ts` that imports its contract, and `on-any-event.event.ts`, which
 * takes all. That the deployed rules say the same is held by tests/infra.
 */
export function consumersOf(event: Pick<EventContract, 'name' | 'version' | 'source'>): string[] {
  const contract = `#events/${event.source.replace('hocvuso.', '')}/${kebab(event.name)}.v${event.version}.ts`;
  const files = globSync('services/*/handlers/on-*.event.ts', { cwd: root });
  const takes = (file: string) =>
    file.endsWith('on-any-event.event.ts') ||
    readFileSync(path.join(root, file), 'utf8').includes(`'${contract}'`);
  return [...new Set(files.filter(takes).map((file) => file.split(path.sep)[1] ?? ''))].sort();
}
