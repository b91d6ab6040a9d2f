import type { Resource } from '../template/resource.ts';

/** Parts of a construct path that say what CDK made, not what it is for. */
const SCAFFOLDING = new Set([
  'Resource',
  'Function',
  'Table',
  'Queue',
  'Bucket',
  'Schedule',
  'Archive',
  'Store',
]);

const isScaffolding = (part: string): boolean => SCAFFOLDING.has(part) || part.includes('EventSource:');

function commonPrefix(names: readonly string[]): string {
  const [first = ''] = names;
  const end = [...first].findIndex((_, i) =>
    names.some((name) => name.slice(0, i + 1) !== first.slice(0, i + 1)),
  );
  const shared = end === -1 ? '' : first.slice(0, end);
  return shared.slice(0, shared.lastIndexOf('-') + 1);
}

/** Short names for people: `HocVuSo-local-People/Api/Function/Resource` → `People/Api`, by physical name. */
export function labelsOf(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const prefix = commonPrefix([...new Set(resources.map(({ stack }) => stack))]);
  return new Map(
    resources.map(({ name, path }) => {
      const parts = path.slice(path.startsWith(prefix) ? prefix.length : 0).split('/');
      const last = parts.findLastIndex((part) => !isScaffolding(part));
      return [name, parts.slice(0, Math.max(last, 0) + 1).join('/')];
    }),
  );
}
