import type { SeenItem } from '../../../../services/quizzes/contract.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { isAnswered, type Sheet } from '../../quiz/answer-sheet.ts';
import type { Wish } from '../../quiz/drafts.ts';
import { outboxState } from '../../quiz/sending.ts';
import { useStore } from '../../state/store.ts';
import { useOnline } from '../../state/use-online.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Places } from './places.tsx';

type Props = {
  readonly items: readonly SeenItem[];
  readonly sheet: Sheet;
  readonly onHandIn: () => void;
  /** Absent where nobody may go back. */
  readonly onGo?: (at: number) => void;
};

/** The last step: what is answered and what is not, each question one tap away, and handing in. */
export const HandInView = ({ items, sheet, onHandIn, onGo }: Props) => {
  const { quiz: t } = useMessages();
  const missing = items.flatMap((item, at) => (isAnswered(item, sheet[item.itemId]) ? [] : [at]));
  const [firstMissing] = missing;
  return (
    <section class="card card-main stack" aria-label={t.submitTitle}>
      <h2>{missing.length === 0 ? t.allAnswered : t.unanswered(missing.length)}</h2>
      {firstMissing !== undefined && <p>{t.unansweredWhich(missing.map((at) => at + 1))}</p>}
      <Places items={items} sheet={sheet} {...(onGo && { onGo })} />
      <Button full onClick={onHandIn}>
        {t.submit}
      </Button>
      {onGo && (
        <Button full look="quiet" onClick={() => onGo(firstMissing ?? items.length - 1)}>
          {firstMissing === undefined ? t.backToQuestions : t.goToMissing(firstMissing + 1)}
        </Button>
      )}
    </section>
  );
};

type HandingInProps = { readonly wish: Wish; readonly isKept: boolean; readonly isTimed: boolean };

/** Handing in was asked for and is being carried out; from here on the page is not needed any more. */
export const HandingIn = ({ wish, isKept, isTimed }: HandingInProps) => {
  const { quiz: t, common } = useMessages();
  const state = useStore(outboxState);
  const isOffline = !useOnline() || state === 'waiting';
  return (
    <section class="card card-main stack" role="status">
      {wish === 'time' && <p class="strong">{t.timeUp}</p>}
      <p class="row">
        <Icon name={isOffline ? 'noNetwork' : 'clock'} size={30} />
        <b>{isOffline ? t.waitingToSubmit : t.submitting}</b>
      </p>
      {isOffline && <p>{isKept ? t.mayClose : t.notKept}</p>}
      {isOffline && isTimed && <p>{t.afterTime}</p>}
      {isOffline && isKept && (
        <a class="btn btn-quiet" href="/">
          {common.toStart}
        </a>
      )}
    </section>
  );
};
