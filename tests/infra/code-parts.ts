import { readFileSync } from 'node:fs';

/**
 * Source cut into its top-level declarations and class members, told apart by name. Relies on the formatter: a
 * top-level declaration starts in the first column, a member two spaces in.
 */
export type CodePart = { readonly name: string; readonly text: string; readonly isMember?: boolean };

const TOP = /^(?:export )?(?:async )?(?:function|const|class|abstract class) (\w+)/;
const MEMBER = /^ {2}(?:static |async |readonly |\*)*(#?\w+)(?=[(<:=; ])/;

/** Splits before every line that begins a part; what stands before the first one has no name. */
const split = (lines: readonly string[], begins: RegExp): CodePart[] => {
  const parts: { name: string; lines: string[] }[] = [];
  for (const line of lines) {
    const name = begins.exec(line)?.[1];
    if (name || parts.length === 0) parts.push({ name: name ?? '', lines: [] });
    parts.at(-1)?.lines.push(line);
  }
  return parts.map((part) => ({ name: part.name, text: part.lines.join('\n') }));
};

const isClass = ({ text }: CodePart): boolean => /^(?:export )?(?:abstract )?class /.test(text);

/** A class is itself what stands before its first member; its members are parts of their own. */
const membersOf = (part: CodePart): CodePart[] => {
  const [head = '', ...body] = part.text.split('\n');
  return [
    { name: part.name, text: head },
    ...split(body, MEMBER).map((member) => ({ ...member, isMember: true })),
  ];
};

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

export const codeParts = (file: string): CodePart[] =>
  split(withoutComments(readFileSync(file, 'utf8')).split('\n'), TOP)
    .filter(({ name }) => name !== '')
    .flatMap((part) => (isClass(part) ? membersOf(part) : [part]));

/** A member is reached through a dot, everything else by its bare name; a constructor by any way to its class. */
const isNamedIn = (text: string) => {
  const names = new Set(text.match(/\b\w+\b/g));
  const members = new Set([...text.matchAll(/\.\s*(#?\w+)/g)].map(([, name]) => name));
  return ({ name, isMember }: CodePart): boolean =>
    isMember ? members.has(name) || name === 'constructor' : names.has(name);
};

/** Parts that can be reached from the roots by name, whatever they belong to: never too few. */
export function reachable(parts: readonly CodePart[], roots: readonly CodePart[]): readonly CodePart[] {
  const reached = new Set(roots);
  const open = [...roots];
  for (let part = open.pop(); part; part = open.pop()) {
    const isNamed = isNamedIn(part.text);
    for (const next of parts.filter((each) => !reached.has(each) && isNamed(each))) {
      reached.add(next);
      open.push(next);
    }
  }
  return [...reached];
}
