import { apiAs } from '../api/api.ts';
import type { Problem } from '../api/types.ts';
import type { Courier, Sent } from './carry-out.ts';
import { inTime } from './in-time.ts';

const SENT: Readonly<Record<string, Sent>> = {
  'older-than-saved': 'older',
  'attempt-closed': 'closed',
  'deadline-passed': 'closed',
  'item-left-behind': 'behind',
  'response-does-not-fit': 'unfit',
  'invalid-request': 'unfit',
  'not-found': 'gone',
};

/** Answers that will not be taken by another try either. */
const REFUSED_LATE = new Set(['late-not-taken', 'late-proof-invalid', 'invalid-request', 'not-found']);

/** Files are rare: what sends them comes with the first one. Rejects without it, and then all is tried again. */
const fileSending = () => import('./file-sending.ts');

const unanswered = ({ code }: Problem): 'gone' | 'later' => (code === 'not-found' ? 'gone' : 'later');

/** Carries one person's attempts to the server. */
export const courierOf = (personId: string): Courier => {
  const api = apiAs(personId);
  return {
    save: async (ref, itemId, { response, version, spentMs }) => {
      if (response.kind === 'file-answer') {
        const brought = await (await fileSending()).bringGivingWay(ref, itemId, response.files);
        if (brought !== 'there') return brought;
      }
      const params = { attemptId: ref.attemptId, itemId };
      const answer = await inTime(api.saveAnswer({ params, body: { response, version, spentMs } }));
      if (answer === 'later') return 'later';
      return answer.ok ? 'saved' : (SENT[answer.problem.code] ?? 'later');
    },
    read: async ({ attemptId }) => {
      const answer = await inTime(api.getAttempt({ params: { attemptId } }));
      if (answer === 'later') return 'later';
      return answer.ok ? answer.body : unanswered(answer.problem);
    },
    sendLate: async (ref, { token, answers }) => {
      for (const { itemId, response } of answers)
        if (response.kind === 'file-answer') {
          const brought = await (await fileSending()).bringFiles(ref, itemId, response.files);
          // What the centre does not take any more it leaves out of the answers, too.
          if (brought === 'later') return 'later';
        }
      const { attemptId } = ref;
      const body = { token, answers: answers.map((each) => ({ ...each })) };
      const answer = await inTime(api.takeLateAnswers({ params: { attemptId }, body }));
      if (answer === 'later') return 'later';
      if (answer.ok) return answer.body.attempt;
      return REFUSED_LATE.has(answer.problem.code) ? 'refused' : 'later';
    },
    submit: async ({ attemptId }) => {
      const answer = await inTime(api.submitAttempt({ params: { attemptId } }));
      if (answer === 'later') return 'later';
      return answer.ok ? answer.body : unanswered(answer.problem);
    },
  };
};
