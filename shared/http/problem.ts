import type { Problem } from '#shared/contract/values.ts';
import { commonProblems, type ProblemCatalogue, type ProblemText } from './problems.ts';

export type FieldError = { readonly pointer: string; readonly detail: string };

/** A refusal as a value: a code of the service's catalogue or a common one, and the fields it is about. */
export type Refusal<Code extends string = string> = {
  readonly refusal: Code;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
};

/** Builds a refusal. `pointer` names the field it is about as a JSON pointer into the request, e.g. `/body/seats`. */
export const refuse = <const Code extends string>(
  code: Code,
  pointer?: string,
  detail = code,
): Refusal<Code> => ({
  refusal: code,
  ...(pointer && { errors: [{ pointer, detail }] }),
});

export type Language = 'vi' | 'en';

/** English only when the reader asks for it before Vietnamese; everybody else is spoken to in Vietnamese. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const wanted = /\b(vi|en)\b/i.exec(acceptLanguage ?? '')?.[1]?.toLowerCase();
  return wanted === 'en' ? 'en' : 'vi';
};

/** When to ask again, for refusals that pass with time. */
export const retryAfterOf = (catalogue: ProblemCatalogue, code: string): Record<string, string> => {
  const known: ProblemCatalogue = { ...commonProblems, ...catalogue };
  const seconds = known[code]?.retryAfter;
  return seconds === undefined ? {} : { 'retry-after': String(seconds) };
};

/** RFC 9457 document of a refusal. An unknown code is a bug and becomes 500. */
export const toProblem = (
  catalogue: ProblemCatalogue,
  { refusal, detail, errors }: Refusal,
  language: Language,
  extra: Partial<Problem> = {},
): Problem => {
  const known: ProblemCatalogue = { ...commonProblems, ...catalogue };
  const text: ProblemText = known[refusal] ?? commonProblems.internal;
  return {
    type: `/problems/${refusal}`,
    code: refusal,
    title: text[language],
    status: text.status,
    ...(detail && { detail }),
    ...(errors && { errors: [...errors] }),
    ...extra,
  };
};
