import { globSync } from 'node:fs';
import path from 'node:path';
import type { Route } from '../../shared/contract/route.ts';
import { commonProblems, type ProblemCatalogue, type ProblemText } from '../../shared/http/problems.ts';

const root = path.resolve(import.meta.dirname, '../..');

const catalogueIn = (module: Readonly<Record<string, unknown>>): ProblemCatalogue => {
  const entry = Object.entries(module).find(([name]) => name.endsWith('Problems'));
  return (entry?.[1] ?? {}) as ProblemCatalogue;
};

/** The problem catalogue of every service that has one, by the service's name: the export `<name>Problems` of its problems.ts. */
export async function problemCatalogues(): Promise<Readonly<Record<string, ProblemCatalogue>>> {
  const files = globSync('services/*/problems.ts', { cwd: root }).sort();
  const entries = files.map(async (file) => {
    const module = (await import(path.join(root, file))) as Readonly<Record<string, unknown>>;
    return [path.basename(path.dirname(file)), catalogueIn(module)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const takesInput = ({ params, query, headers, body }: Route): boolean =>
  Boolean(params ?? query ?? headers ?? body);

/** Codes a caller of the route may meet: those it names and those that follow from what it takes and who may call. */
export const refusalCodes = (route: Route): readonly string[] => [
  ...new Set([
    ...(route.body ? ['malformed-request', 'too-large'] : []),
    ...(takesInput(route) ? ['invalid-request'] : []),
    ...(route.roles === 'public' ? [] : ['sign-in-needed', 'forbidden']),
    ...(route.refusals ?? []),
    'try-again',
    'internal',
  ]),
];

/** The code's status and sentences, from the service's catalogue or the common one. Throws when neither knows it. */
export function problemText(code: string, catalogue: ProblemCatalogue): ProblemText {
  const text = catalogue[code] ?? (commonProblems as ProblemCatalogue)[code];
  if (!text) throw new Error(`No catalogue of problems knows the refusal "${code}"`);
  return text;
}

/** The codes of a route by their status, ascending. */
export const refusalsByStatus = (route: Route, catalogue: ProblemCatalogue): [number, string[]][] =>
  [...Map.groupBy(refusalCodes(route), (code) => problemText(code, catalogue).status)].sort(
    ([a], [b]) => a - b,
  );
