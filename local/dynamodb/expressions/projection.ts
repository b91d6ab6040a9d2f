import { type AttributeValue, type Item, memberOf } from '../attribute-value.ts';
import { assertDisjoint, type DocumentPath } from './document-path.ts';
import type { Placeholders } from './placeholders.ts';
import { TokenReader } from './token-reader.ts';

/** Parses a ProjectionExpression: paths that do not overlap. Throws a ValidationException. */
export function parseProjection(source: string, placeholders: Placeholders): readonly DocumentPath[] {
  const tokens = new TokenReader(source, 'ProjectionExpression', placeholders);
  const paths = tokens.list(() => tokens.path());
  tokens.expectEnd();
  assertDisjoint('ProjectionExpression', paths);
  return paths;
}

/** Paths as a tree, so that `a.b` and `a.c` end up in one map; a leaf (no branches) keeps the whole value. */
type Tree = Map<string | number, Tree>;

function treeOf(paths: readonly DocumentPath[]): Tree {
  const root: Tree = new Map();
  for (const path of paths) {
    let node = root;
    for (const step of path) {
      const next = node.get(step) ?? new Map();
      node.set(step, next);
      node = next;
    }
  }
  return root;
}

function pick(value: AttributeValue | undefined, tree: Tree): AttributeValue | undefined {
  if (!value || tree.size === 0) return value;
  if ('M' in value) {
    const members = pickMembers(value.M, tree);
    return Object.keys(members).length > 0 ? { M: members } : undefined;
  }
  if (!('L' in value)) return undefined;
  const elements = [...tree]
    .filter((entry): entry is [number, Tree] => typeof entry[0] === 'number')
    .sort(([a], [b]) => a - b)
    .flatMap(([index, branch]) => pick(value.L[index], branch) ?? []);
  return elements.length > 0 ? { L: elements } : undefined;
}

const pickMembers = (item: Item, tree: Tree): Item =>
  Object.fromEntries(
    [...tree].flatMap(([name, branch]) => {
      const value = typeof name === 'string' ? pick(memberOf(item, name), branch) : undefined;
      return value ? [[name, value]] : [];
    }),
  );

/** Only the parts of the item that the paths name; list elements keep their order but close up. */
export const project = (item: Item, paths: readonly DocumentPath[]): Item => pickMembers(item, treeOf(paths));
