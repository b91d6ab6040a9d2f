import './quiz-notice.css';
import { useLocation } from 'preact-iso/router';
import { useMessages } from '../messages/use-messages.ts';
import { keeping } from '../quiz/keeping.ts';
import { markSeen, outcomesOf } from '../quiz/outcomes.ts';
import { useKept } from '../quiz/use-kept.ts';
import { session } from '../session/session.ts';
import { useStore } from '../state/store.ts';
import { Notice } from './notice.tsx';

/** On any page: an attempt that was handed in while its own page was not open, until the person has looked at it. */
export const QuizNotice = () => {
  const { quiz: t } = useMessages();
  const { path } = useLocation();
  const who = useStore(session);
  const personId = who.state === 'in' ? who.personId : undefined;
  const unseen = useKept(() => (personId ? outcomesOf(keeping, personId) : []).filter(({ seen }) => !seen));
  const told = unseen.filter(({ quizId }) => path !== `/kiem-tra/${quizId}`);
  return (
    <div class="quiz-notices no-print">
      {told.map(({ ref, quizId, title, attempt, late }) => (
        <Notice key={ref.attemptId} tone={attempt && late === 0 ? 'good' : 'plain'}>
          <p>
            {title !== '' && <b>{title}: </b>}
            {attempt ? t.handedIn : t.lost} {attempt && late > 0 && t.late(late)}
          </p>
          <div class="row">
            {attempt && (
              <a class="btn btn-small" href={`/kiem-tra/${quizId}?lan=${ref.attemptId}`}>
                {t.seeMark}
              </a>
            )}
            <button type="button" class="btn btn-quiet btn-small" onClick={() => markSeen(keeping, ref)}>
              {t.close}
            </button>
          </div>
        </Notice>
      ))}
    </div>
  );
};
