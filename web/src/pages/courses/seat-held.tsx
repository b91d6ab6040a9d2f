import { useState } from 'preact/hooks';
import { formatMark } from '#shared/marks/marks.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';

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
  const [asking, setAsking] = useState(false);
  const { run, busy, problem } = useAction();
  const { runId, personId, enrolmentId } = enrolment;
  const giveUp = async (): Promise<void> => {
    const cancelled = await run(enrolmentId, () => api.cancelEnrolment({ params: { runId, personId } }));
    if (cancelled) onChange(cancelled);
  };
  if (!asking) {
    return (
      <Button look="quiet" onClick={() => setAsking(true)}>
        {enrolment.status === 'waitlisted' ? t.giveUpQueue : t.giveUp}
      </Button>
    );
  }
  return (
    <div class="stack-tight">
      <Refusal problem={problem} />
      <p role="status">{t.giveUpAsk}</p>
      <div class="row">
        <Button look="warn" busy={busy} onClick={() => void giveUp()}>
          {t.giveUpYes}
        </Button>
        <Button look="quiet" onClick={() => setAsking(false)}>
          {t.giveUpNo}
        </Button>
      </div>
    </div>
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
