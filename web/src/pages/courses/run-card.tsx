import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { RunName } from '../../learning/run-name.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { signInAddress } from '../../session/return-path.ts';
import { session } from '../../session/session.ts';
import { dropTouch, keptTouch } from '../../session/touch.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { afterList, type Latest } from './latest-seat.ts';
import { SeatHeld } from './seat-held.tsx';
import { seatsPicture } from './seats.ts';

type Run = BodyOf<'getCourse'>['runs'][number];
type Enrolment = BodyOf<'enrol'>;

const Seats = ({ run, isMine }: { run: Run; isMine: boolean }) => {
  const { courses: t } = useMessages();
  const { cells, each } = seatsPicture(run.seats, run.seatsTaken, isMine);
  return (
    <div>
      <div class="seats" aria-hidden="true">
        {cells.map((cell, at) => (
          <i key={at} class={cell} />
        ))}
      </div>
      <p class="row">
        <b>{t.seatsOf(run.seatsLeft, run.seats)}</b>
        {run.waiting > 0 && <span class="chip chip-sophora">{t.waitingNow(run.waiting)}</span>}
        {each > 1 && <span class="muted small">{t.seatsEach(each)}</span>}
      </p>
    </div>
  );
};

const TakeSeat = ({ run, onTaken }: { run: Run; onTaken: (enrolment: Enrolment) => void }) => {
  const { courses: t } = useMessages();
  const who = useStore(session);
  const { run: enrol, busy, problem } = useAction();
  if (!run.open) return <p class="muted">{t.closed}</p>;
  if (who.state === 'out') {
    return (
      <a class="btn btn-full" href={signInAddress(location.pathname)}>
        {t.signInToTake}
      </a>
    );
  }
  if (!who.roles.includes('learner')) return null;
  const take = async (): Promise<void> => {
    const touchId = keptTouch();
    const body = touchId ? { touchId } : {};
    const enrolment = await enrol({ runId: run.runId, ...body }, (key) =>
      api.enrol({ params: { runId: run.runId }, body, key }),
    );
    if (!enrolment) return;
    dropTouch();
    onTaken(enrolment);
  };
  return (
    <>
      <Refusal problem={problem} />
      <Button full busy={busy} busyLabel={t.taking} onClick={() => void take()}>
        {run.seatsLeft > 0 ? t.take : t.takeQueue}
      </Button>
    </>
  );
};

type Props = { readonly run: Run; readonly enrolment: Enrolment | undefined; readonly onChange: () => void };

/** One course run: when and where, the seats as a picture, and taking or giving up a seat without leaving the page. */
export const RunCard = ({ run, enrolment, onChange }: Props) => {
  const { courses: t } = useMessages();
  const [latest, setLatest] = useState<Latest<Enrolment>>();
  useEffect(() => setLatest((before) => afterList(before, enrolment)), [enrolment]);
  const held = latest?.given ?? enrolment;
  const changed = (next: Enrolment): void => {
    setLatest({ given: next, listed: enrolment, isListed: false });
    onChange();
  };
  const isHeld = held !== undefined && held.status !== 'cancelled';
  return (
    <article class={isHeld ? 'card run-held stack' : 'card stack'} aria-label={t.runName(run.code)}>
      <div>
        <div class="row spread">
          <h3>
            <RunName code={run.code} />
          </h3>
          <span class="chip chip-indigo">{t.modes[run.mode]}</span>
        </div>
        <p class="muted">
          {t.period(run.startsOn, run.endsOn)}
          {run.room && <> · {run.room}</>}
        </p>
        <Seats run={run} isMine={held?.status === 'confirmed'} />
      </div>
      {latest?.given.status === 'cancelled' && (
        <Notice>
          <p>{t.gaveUp}</p>
        </Notice>
      )}
      {isHeld ? <SeatHeld enrolment={held} onChange={changed} /> : <TakeSeat run={run} onTaken={changed} />}
    </article>
  );
};
