import { formatMark } from '#shared/marks/marks.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Notice } from '../../ui/notice.tsx';

type Enrolment = BodyOf<'enrol'>;
type Props = { readonly enrolment: Enrolment; readonly onChange: (enrolment: Enrolment) => void };

const sentences = (enrolment: Enrolment, t: Messages['courses']): { what: string; more?: string } => {
  const { status, queuePosition, resultHundredths } = enrolment;
  if (status === 'completed') {
    return { what: resultHundredths === undefined ? t.doneNoMark : t.done(formatMark(resultHundredths)) };
  }
  if (status === 'confirmed') return { what: t.haveSeat, more: t.haveSeatMore };
  return { what: queuePosition ? t.inQueue(queuePosition) : t.inQueueNoNumber, more: t.inQueueMore };
};

const GiveUp = ({ enrolment, onChange }: Props) => {
  const { courses: t } = useMessages();
  const { runId, personId, enrolmentId } = enrolment;
  return (
    <AskFirst
      ask={t.giveUpAsk}
      yes={t.giveUpYes}
      no={t.giveUpNo}
      content={enrolmentId}
      act={() => api.cancelEnrolment({ params: { runId, personId } })}
      onDone={onChange}
    >
      {enrolment.status === 'waitlisted' ? t.giveUpQueue : t.giveUp}
    </AskFirst>
  );
};

/** The seat or place in the queue that the person holds, and giving it up, which is asked once. */
export const SeatHeld = ({ enrolment, onChange }: Props) => {
  const { courses: t } = useMessages();
  const { what, more } = sentences(enrolment, t);
  return (
    <>
      <Notice tone={enrolment.status === 'waitlisted' ? 'plain' : 'good'}>
        <p class="strong">{what}</p>
        {more && <p>{more}</p>}
      </Notice>
      {enrolment.status !== 'completed' && <GiveUp enrolment={enrolment} onChange={onChange} />}
    </>
  );
};
