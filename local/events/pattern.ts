import { isObject, type Json, type JsonObject } from '../core/json.ts';
import { MATCHERS } from './matchers.ts';

const RESERVED = new Set([...Object.keys(MATCHERS), 'exists']);

/**
 * The alternatives of `$or`, or undefined when the key is an ordinary field: only a list of two or more objects
 * none of whose fields is named like a matcher is a disjunction (aws/event-ruler, README).
 */
export function alternatives(key: string, value: Json | undefined): readonly JsonObject[] | undefined {
  if (key !== '$or' || !Array.isArray(value) || value.length < 2) return undefined;
  const entries = value as readonly Json[];
  const objects = entries.filter(isObject);
  const plain = objects.every((entry) => Object.keys(entry).every((name) => !RESERVED.has(name)));
  return objects.length === entries.length && plain ? objects : undefined;
}

const isLeaf = (value: Json | undefined): value is Json =>
  value !== undefined && !isObject(value) && !Array.isArray(value);

/** The scalars of a field. An object has none: for `exists` a field that is not a leaf is absent. */
const leaves = (value: Json | undefined): readonly Json[] => {
  if (Array.isArray(value)) return (value as readonly Json[]).filter(isLeaf);
  return isLeaf(value) ? [value] : [];
};

const matchesLeaf = (matcher: Json, value: Json): boolean => {
  if (!isObject(matcher)) return matcher === value;
  const [name = ''] = Object.keys(matcher);
  return MATCHERS[name]?.test(matcher[name] ?? null, value) ?? false;
};

const matchesField = (wanted: readonly Json[], value: Json | undefined): boolean => {
  const found = leaves(value);
  return wanted.some((matcher) => {
    if (isObject(matcher) && typeof matcher.exists === 'boolean') return matcher.exists === found.length > 0;
    return found.some((leaf) => matchesLeaf(matcher, leaf));
  });
};

/** All fields below one array of objects must be met by the same element. */
const matchesNested = (pattern: JsonObject, value: Json | undefined): boolean => {
  if (!Array.isArray(value)) return matches(pattern, isObject(value) ? value : {});
  const elements = (value as readonly Json[]).filter(isObject);
  return elements.length === 0 ? matches(pattern, {}) : elements.some((element) => matches(pattern, element));
};

/** Whether an event meets a valid EventBridge pattern. Also used for the filter criteria of event source mappings. */
export function matches(pattern: JsonObject, event: JsonObject): boolean {
  return Object.entries(pattern).every(([key, wanted]) => {
    const either = alternatives(key, wanted);
    if (either) return either.some((alternative) => matches(alternative, event));
    const value = Object.hasOwn(event, key) ? event[key] : undefined;
    if (Array.isArray(wanted)) return matchesField(wanted as readonly Json[], value);
    return isObject(wanted) && matchesNested(wanted, value);
  });
}
