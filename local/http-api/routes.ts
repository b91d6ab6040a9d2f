type Segment = { readonly kind: 'literal' | 'variable' | 'greedy'; readonly text: string };

export type Route = {
  /** As the template says it: `GET /courses/{id}`, `ANY /{proxy+}` or `$default`. */
  readonly key: string;
  readonly method: string;
  readonly segments: readonly Segment[];
};

export type RouteMatch<R extends Route> = {
  readonly route: R;
  readonly pathParameters: Readonly<Record<string, string>>;
};

const VARIABLE = /^\{([^{}+]+)(\+?)\}$/;

function readSegment(text: string): Segment {
  const [, name, greedy] = VARIABLE.exec(text) ?? [];
  if (name === undefined) return { kind: 'literal', text };
  return { kind: greedy ? 'greedy' : 'variable', text: name };
}

/** Reads a route key. Throws for one that the gateway would refuse. */
export function readRoute(key: string): Route {
  if (key === '$default') return { key, method: 'ANY', segments: [] };
  const [method = '', path = '', ...rest] = key.split(' ');
  const segments = path.split('/').slice(1).map(readSegment);
  const greedyBeforeEnd = segments.slice(0, -1).some((segment) => segment.kind === 'greedy');
  if (!/^[A-Z]+$/.test(method) || !path.startsWith('/') || rest.length > 0 || greedyBeforeEnd)
    throw new Error(`"${key}" is not a route key of an HTTP API.`);
  return { key, method, segments };
}

const WEIGHT = { literal: '3', variable: '2', greedy: '1' };

/** Greater is more specific: a full match before a greedy one, then segment by segment, then the method; `$default` is least. */
function weigh({ key, method, segments }: Route): string {
  if (key === '$default') return '';
  const full = segments.at(-1)?.kind === 'greedy' ? '0' : '1';
  return `${full}${segments.map((segment) => WEIGHT[segment.kind]).join('')}${method === 'ANY' ? '0' : '9'}`;
}

/** Routes in the order in which the gateway tries them: the most specific path first, a named method before ANY. */
export const inOrder = <R extends Route>(routes: readonly R[]): R[] =>
  routes.toSorted((a, b) => Number(weigh(a) < weigh(b)) - Number(weigh(a) > weigh(b)));

function match(segments: readonly Segment[], parts: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [i, { kind, text }] of segments.entries()) {
    const part = parts[i];
    if (part === undefined || part === '') {
      if (kind !== 'literal' || text !== part) return undefined;
    } else if (kind === 'greedy') {
      parameters[text] = parts.slice(i).join('/');
      return parameters;
    } else if (kind === 'variable') parameters[text] = part;
    else if (text !== part) return undefined;
  }
  return segments.length === parts.length ? parameters : undefined;
}

/**
 * The first of `routes` (already in order) that takes the request, with its decoded path parameters.
 * Throws URIError for a path that is not well-formed.
 */
export function selectRoute<R extends Route>(
  routes: readonly R[],
  method: string,
  path: string,
): RouteMatch<R> | undefined {
  const parts = path.split('/').slice(1).map(decodeURIComponent);
  for (const route of routes) {
    if (route.key === '$default') return { route, pathParameters: {} };
    if (route.method !== 'ANY' && route.method !== method) continue;
    const pathParameters = match(route.segments, parts);
    if (pathParameters) return { route, pathParameters };
  }
  return undefined;
}
