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
