import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { useSettled } from '../../state/use-settled.ts';
import { Refusal } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ItemPreview } from './item-preview.tsx';
import type { Question } from './question-draft.ts';

/** Typing pauses this long before a preview is asked for. Milliseconds. */
const PAUSE = 700;

/** What has to be said is not yet; the words of a rubric's levels need not be. */
const lacksWords = (question: Question): boolean =>
  JSON.stringify(question, (name, value) => (name === 'words' ? undefined : value)).includes('""');

type Props = { readonly courseId: string; readonly question: Question };

/** The question as learners will see it, while it is being written: from where all of it has words. */
export const QuestionPreview = ({ courseId, question }: Props) => {
  const { bank, questionForm } = useMessages();
  const written = useSettled(JSON.stringify(question), PAUSE);
  const isBlank = lacksWords(JSON.parse(written) as Question);
  const { problem, data } = useResource(
    isBlank
      ? undefined
      : () => api.previewItem({ params: { courseId }, body: { question: JSON.parse(written) as Question } }),
    [courseId, written],
    { keepsShown: true },
  );
  if (data && !problem && !isBlank) return <ItemPreview key={written} {...{ courseId, ...data }} />;
  return (
    <Section title={bank.item.seen}>
      <div class="card bank-preview stack">
        <p class="muted" role="status">
          {questionForm.notWhole}
        </p>
        {/* What the form itself names once it is sent is no news here. */}
        {!isBlank && problem?.status !== 422 && <Refusal problem={problem} />}
      </div>
    </Section>
  );
};
