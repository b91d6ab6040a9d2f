import { isDeepStrictEqual } from 'node:util';
import type { Question } from './question.ts';

export type QuestionChange = { readonly field: string; readonly before?: string; readonly after?: string };

/** As a person reads it: parts of a list one a line, what belongs to a part beside it. */
const asText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(asText).join('\n');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(asText).join(' · ');
};

/** What an author changed from one version of a question to the next; of the first version, nothing. */
export function changesOf(before: Question | undefined, after: Question): readonly QuestionChange[] {
  if (!before) return [];
  const [was, is] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields
    .filter((field) => !isDeepStrictEqual(was[field], is[field]))
    .map((field) => ({
      field,
      ...(was[field] !== undefined && { before: asText(was[field]) }),
      ...(is[field] !== undefined && { after: asText(is[field]) }),
    }));
}
