import { useMessages } from '../../messages/use-messages.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { needsClosing, type RulesDraft } from './quiz-rules.ts';

type Props = {
  readonly draft: RulesDraft;
  readonly onChange: (draft: RulesDraft) => void;
};

const choicesOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([value, text]) => ({ value, text }));

/** When the quiz is open, in the centre's time. */
const WindowFields = ({ draft, onChange }: Props) => {
  const { authoring } = useMessages();
  const t = authoring.quiz.rules;
  return (
    <>
      <TextField
        label={t.opens}
        hint={t.opensHint}
        type="datetime-local"
        value={draft.opens}
        onValue={(opens) => onChange({ ...draft, opens })}
      />
      <TextField
        label={t.closes}
        hint={t.closesHint}
        fault={needsClosing(draft) ? t.closesFault : undefined}
        type="datetime-local"
        value={draft.closes}
        onValue={(closes) => onChange({ ...draft, closes })}
      />
      <TextField
        label={t.lateHours}
        hint={t.lateHoursHint}
        type="number"
        value={draft.lateHours}
        onValue={(lateHours) => onChange({ ...draft, lateHours })}
        input={{ inputMode: 'numeric', min: 0, max: 168 }}
      />
    </>
  );
};

/** The rules that most quizzes leave as they are, folded away. */
export const QuizRulesFields = ({ draft, onChange }: Props) => {
  const { authoring } = useMessages();
  const t = authoring.quiz.rules;
  /** A select only ever gives one of the values it was given. */
  const select = (name: keyof typeof t.choices, texts: Readonly<Record<string, string>>) => (
    <SelectField
      key={name}
      label={t.choices[name]}
      value={draft[name]}
      choices={choicesOf(texts)}
      onValue={(value) => onChange({ ...draft, [name]: value } as RulesDraft)}
    />
  );
  return (
    <details open={needsClosing(draft)}>
      <summary>{t.title}</summary>
      <div class="quiz-numbers">
        <WindowFields draft={draft} onChange={onChange} />
        {select('navigation', t.navigation)}
        {select('shuffle', t.shuffle)}
        {select('confirmation', t.confirmation)}
        {select('markers', t.markers)}
        {select('marks', t.release)}
        {select('answers', t.release)}
        {select('explanations', t.release)}
        {select('rightAnswers', t.release)}
      </div>
    </details>
  );
};
