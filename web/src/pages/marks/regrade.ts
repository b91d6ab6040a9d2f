import { api } from '../../api/api.ts';
import type { Api, BodyOf, Refused } from '../../api/types.ts';

type Page = BodyOf<'regradeQuiz'>;
/** What marking by a corrected item does, or did, to all attempts at a quiz. */
export type Regrade = Omit<Page, 'next'>;
export type RegradeCommand = {
  readonly quizId: string;
  readonly itemId: string;
  readonly reason: string;
  /** Tells who would change, and changes nothing. */
  readonly preview: boolean;
};

const joined = (before: Regrade | undefined, { next: _, ...page }: Page): Regrade => ({
  version: page.version,
  changes: [...(before?.changes ?? []), ...page.changes],
  unchanged: (before?.unchanged ?? 0) + page.unchanged,
  notComparable: (before?.notComparable ?? 0) + page.notComparable,
  undecided: (before?.undecided ?? 0) + page.undecided,
});

const attemptsIn = ({ changes, unchanged, notComparable, undecided }: Regrade): number =>
  changes.length + unchanged + notComparable + undecided;

/**
 * Goes through all attempts, a page after another, and tells how many are done. After a refusal it is begun anew: what
 * is marked by the correction already stays as it is and counts as unchanged.
 */
export async function regradeAll(
  { quizId, ...command }: RegradeCommand,
  onAttempts: (attempts: number) => void,
  { regradeQuiz }: Pick<Api, 'regradeQuiz'> = api,
): Promise<{ readonly ok: true; readonly body: Regrade } | Refused> {
  let so: Regrade | undefined;
  let cursor: string | undefined;
  do {
    const body = { ...command, ...(cursor && { cursor }) };
    const answer = await regradeQuiz({ params: { quizId }, body });
    if (!answer.ok) return answer;
    so = joined(so, answer.body);
    cursor = answer.body.next;
    onAttempts(attemptsIn(so));
  } while (cursor);
  return { ok: true, body: so };
}
