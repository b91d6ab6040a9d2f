import { useEffect, useState } from 'preact/hooks';
import type { Placement } from '../../../../services/quizzes/contract.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { useTaskChrome, useTopBack } from '../../ui/chrome.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { Stairs } from '../../ui/stairs.tsx';
import { ItemView } from '../quiz/item.tsx';
import { usePlacementWords } from './use-placement-words.ts';
import { useQuestion } from './use-question.ts';

type Waiting = NonNullable<Placement['waiting']>;
type Props = {
  readonly placement: Placement;
  readonly onNext: OnNext;
};
/** `isElsewhere`: the question before was answered in another tab or on another device. */
export type OnNext = (next: Placement, isElsewhere: boolean) => void;

/** Which part of how many, as stairs: how many questions a part will have nobody knows yet. */
const PartOf = ({ placement, waiting }: { placement: Placement; waiting: Waiting }) => {
  const { courses } = useMessages();
  const t = usePlacementWords();
  const { domains } = placement;
  const place = domains.indexOf(waiting.domain);
  const label = t.part(place + 1, domains.length, courses.domains[waiting.domain]);
  return (
    <div class="placement-part">
      <Stairs done={place} of={domains.length} label={label} />
      <p aria-hidden="true">{label}</p>
    </div>
  );
};

/** What waits, with what is chosen so far; keyed by its step, so that the next one starts afresh. */
const Asked = ({ placement, waiting, onNext }: Props & { waiting: Waiting }) => {
  const t = usePlacementWords();
  const [isMissing, setMissing] = useState(false);
  const { response, isComplete, answer, send, busy, problem, isOffline, isUnsent } = useQuestion(
    placement,
    onNext,
  );
  const next = () => {
    setMissing(!isComplete);
    if (isComplete && !busy) void send(response);
  };
  return (
    <>
      <ItemView
        item={waiting.item}
        heading={t.question(placement.step)}
        response={response}
        onAnswer={(given) => {
          setMissing(false);
          // While an answer is on its way it is that one.
          if (!busy) answer(given);
        }}
        onNext={next}
      />
      {isMissing && (
        <Notice>
          <p>{t.chooseFirst}</p>
        </Notice>
      )}
      {isOffline ? (
        <Notice>
          <p>{isUnsent ? t.offline : t.changed}</p>
        </Notice>
      ) : (
        <Refusal problem={problem} />
      )}
      <div class="action-bar">
        <div>
          <Button look="quiet" busy={busy} onClick={() => void send(undefined)}>
            {t.unknown}
          </Button>
          <Button busy={busy} busyLabel={t.sending} onClick={next}>
            {t.next}
            <Icon name="forward" size={22} weight={2.6} />
          </Button>
        </div>
      </div>
    </>
  );
};

/** An open placement: one question at a time, the next one follows from the answers and comes from the server. */
export const Questions = ({ placement, isElsewhere, onNext }: Props & { isElsewhere: boolean }) => {
  const { common } = useMessages();
  const t = usePlacementWords();
  const { step, waiting } = placement;
  useTaskChrome(true);
  useTopBack({ href: '/', label: t.title });
  useEffect(() => {
    document.title = `${t.title} · ${common.brand}`;
  }, [t.title, common.brand]);
  useEffect(() => scrollTo(0, 0), [step]);
  if (!waiting) return null;
  return (
    <div class="quiz">
      <PartOf placement={placement} waiting={waiting} />
      {isElsewhere && (
        <Notice>
          <p>{t.takenElsewhere}</p>
        </Notice>
      )}
      <Asked key={step} {...{ placement, waiting }} onNext={onNext} />
    </div>
  );
};
