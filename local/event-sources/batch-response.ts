import { isObject } from '../core/json.ts';
import type { InvocationResult } from '../lambda/function-definition.ts';

/** What event source mappings need of Lambda. */
export type Invoker = {
  readonly invoke: (name: string, event: unknown) => Promise<InvocationResult>;
};

const identifiers = (payload: string): unknown[] => {
  const answer: unknown = JSON.parse(payload);
  const failures = isObject(answer) ? answer.batchItemFailures : undefined;
  if (!Array.isArray(failures)) return [];
  return failures.map((failure: unknown) => (isObject(failure) ? failure.itemIdentifier : undefined));
};

/**
 * Which records of a batch failed, by identifier. An answer with an empty or unknown identifier fails them all, as
 * does a failed function. Without `reports` (ReportBatchItemFailures) a function that answers has succeeded.
 */
export function failedItems(
  result: InvocationResult,
  batch: readonly string[],
  reports: boolean,
): ReadonlySet<string> {
  if (!result.ok) return new Set(batch);
  const failed = reports ? identifiers(result.payload) : [];
  const known = failed.filter((id): id is string => typeof id === 'string' && batch.includes(id));
  return new Set(known.length < failed.length ? batch : known);
}
