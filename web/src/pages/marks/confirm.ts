import { api } from '../../api/api.ts';
import type { Api, BodyOf, Refused } from '../../api/types.ts';
import type { MarkRow } from './mark-rows.ts';

type Outcome = BodyOf<'confirmGrades'>['outcomes'][number]['outcome'];
/** Who got which outcome, by name. */
export type Outcomes = { readonly [O in Outcome]: readonly MarkRow[] };

/** Marks in one request, as the contract allows. */
const MOST = 100;

const seen = ({ personId, attemptId, grade }: MarkRow) => ({
  personId,
  attemptId,
  gradeNo: grade?.gradeNo ?? 1,
});

/**
 * Confirms the marks that are on the page, by their numbers: a mark that has become another one since is not confirmed.
 * A refusal may come after some are confirmed; the same again says what became of all.
 */
export async function confirmMarks(
  quizId: string,
  rows: readonly MarkRow[],
  { confirmGrades }: Pick<Api, 'confirmGrades'> = api,
): Promise<{ readonly ok: true; readonly body: Outcomes } | Refused> {
  const outcomes = new Map<string, Outcome>();
  for (let start = 0; start < rows.length; start += MOST) {
    const attempts = rows.slice(start, start + MOST).map(seen);
    const answer = await confirmGrades({ params: { quizId }, body: { attempts } });
    if (!answer.ok) return answer;
    for (const { attemptId, outcome } of answer.body.outcomes) outcomes.set(attemptId, outcome);
  }
  const got = (outcome: Outcome) => rows.filter(({ attemptId }) => outcomes.get(attemptId) === outcome);
  return {
    ok: true,
    body: {
      confirmed: got('confirmed'),
      changed: got('changed'),
      waits: got('waits'),
      'not-found': got('not-found'),
    },
  };
}
