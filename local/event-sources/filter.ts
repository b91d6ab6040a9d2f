import { isObject, type JsonObject } from '../core/json.ts';
import { matches } from '../events/pattern.ts';
import { validatePattern } from '../events/pattern-validation.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/**
 * Reads the FilterCriteria of a mapping: patterns as JSON text, of which a record must meet one; none lets all pass.
 * Throws InvalidEventPatternException for a pattern that AWS refuses.
 */
export function recordFilter(patterns: readonly string[]): (record: unknown) => boolean {
  const filters: JsonObject[] = patterns.map((text) => {
    const pattern: unknown = JSON.parse(text);
    validatePattern(isObject(pattern) ? pattern : null);
    return isObject(pattern) ? pattern : {};
  });
  if (filters.length === 0) return () => true;
  return (record) => isObject(record) && filters.some((filter) => matches(filter, record));
}

/** A filter on `body` looks into a message whose body is JSON. */
export function withParsedBody<T extends { readonly body: string }>(
  record: T,
): Omit<T, 'body'> & { body: unknown } {
  return { ...record, body: parsed(record.body) };
}
