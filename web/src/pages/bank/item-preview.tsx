import '../quiz/quiz.css';
import { useState } from 'preact/hooks';
import type { Response } from '../../../../services/quizzes/contract.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { FilesFrom } from '../../quiz/files-of.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer } from '../quiz/answer-fields.tsx';
import { LaterMedia } from '../quiz/kinds/later-media.tsx';

type Props = Pick<BodyOf<'getBankItem'>, 'seen' | 'right'> & { readonly courseId: string };

/** A question as learners see it, to be tried by whoever appraises it; its right answer is shown when asked for. */
export const ItemPreview = ({ courseId, seen, right }: Props) => {
  const { bank } = useMessages();
  const t = bank.item;
  const [response, setResponse] = useState<Response>();
  const [isTold, setTold] = useState(false);
  const tell = (): void => {
    setTold(!isTold);
    setResponse(isTold ? undefined : right);
  };
  return (
    <Section title={t.seen}>
      <div class="card bank-preview stack">
        <fieldset class="item">
          <legend class="strong">{seen.stem}</legend>
          <FilesFrom.Provider value={{ kind: 'bank', courseId }}>
            <LaterMedia media={seen.media} />
            <Answer item={seen} response={response} onAnswer={setResponse} />
          </FilesFrom.Provider>
        </fieldset>
        {right && (
          <div>
            <Button look="quiet" onClick={tell}>
              {isTold ? t.hideRight : t.showRight}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
};
