import type { SeenItem } from '../../../../services/quizzes/contract.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { isAnswered, type Sheet } from '../../quiz/answer-sheet.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import type { HandIn } from './use-hand-in.ts';

type Props = {
  readonly items: readonly SeenItem[];
  readonly sheet: Sheet;
  readonly handIn: HandIn & { readonly handIn: () => Promise<void> };
  readonly onGo: (at: number) => void;
};

/** The last step: what is answered and what is not, each question one tap away, and handing in. */
export const HandInView = ({ items, sheet, handIn, onGo }: Props) => {
  const { quiz: t } = useMessages();
  const missing = items.filter((item) => !isAnswered(item, sheet[item.itemId])).length;
  return (
    <section class="card card-main stack" aria-label={t.submitTitle}>
      <h2>{missing === 0 ? t.allAnswered : t.unanswered(missing)}</h2>
      {missing > 0 && <p class="muted">{t.unansweredMore}</p>}
      <ol class="places" aria-label={t.questions}>
        {items.map((item, at) => {
          const isDone = isAnswered(item, sheet[item.itemId]);
          return (
            <li key={item.itemId}>
              <button
                type="button"
                class={isDone ? 'step step-done' : 'step'}
                aria-label={t.goTo(at + 1, isDone)}
                onClick={() => onGo(at)}
              >
                {at + 1}
              </button>
            </li>
          );
        })}
      </ol>
      <Refusal problem={handIn.problem} />
      {handIn.state === 'waiting' && (
        <Notice>
          <p>{t.waitingToSubmit}</p>
        </Notice>
      )}
      <Button
        full
        busy={handIn.state === 'busy'}
        busyLabel={t.submitting}
        onClick={() => void handIn.handIn()}
      >
        {t.submit}
      </Button>
      <Button full look="quiet" onClick={() => onGo(items.length - 1)}>
        {t.backToQuestions}
      </Button>
    </section>
  );
};
