import { globSync } from 'node:fs';
import path from 'node:path';
import type { EventContract } from '../../events/define-event.ts';

const root = path.resolve(import.meta.dirname, '../..');

const kebab = (name: string): string => name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/**
 * Services that handle an event: a handler is called `on-<event-name>.event.ts`, and `on-any-event.event.ts` takes all.
 * That the deployed rules say the same is held by tests/infra.
 */
export function consumersOf(event: Pick<EventContract, 'name'>): string[] {
  const files = globSync(`services/*/handlers/on-{${kebab(event.name)},any-event}.event.ts`, { cwd: root });
  return [...new Set(files.map((file) => file.split(path.sep)[1] ?? ''))].sort();
}
