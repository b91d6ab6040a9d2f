import { CompetenceCode } from '#shared/contract/values.ts';
import type { Question } from '../question.ts';
import type { Trouble } from './item-file.ts';

const LEVEL = /^(CB|TC|NC|CS)[12]$/;

type Competence = Pick<Question, 'competenceCode' | 'level'>;

/** A component of circular 02/2025/TT-BGDĐT and a level of it, as files name them. */
export function competenceOf(code: string, level = ''): Competence | Trouble {
  if (code === '' && level === '') return {};
  const grade = level.toUpperCase();
  if (!CompetenceCode.safeParse(code).success || (grade !== '' && !LEVEL.test(grade)))
    return { code: 'unknown-competence', what: [code, level].filter(Boolean).join(' ') };
  return { competenceCode: code, ...(grade && { level: grade }) };
}

/** The same where they stand among tags or keywords, as this bank writes them: `competence:4.2`, `level:CB1`. */
export function competenceAmong(words: readonly string[]): Competence | Trouble {
  const named = (name: string) => words.find((word) => word.startsWith(`${name}:`))?.slice(name.length + 1);
  return competenceOf(named('competence') ?? '', named('level'));
}
