import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useUnfinishedChoice } from '../../state/unfinished.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { type Choices, type MarkingTask, missing, pointsOf } from './rubric.ts';

type CriterionProps = {
  readonly criterion: MarkingTask['criteria'][number];
  readonly name: string;
  readonly chosen: number | undefined;
  readonly onChoose: (level: number) => void;
};

/** The levels of one criterion: arrows choose among them, Tab goes on to the next criterion. */
const Criterion = ({ criterion, name, chosen, onChoose }: CriterionProps) => {
  const { marks } = useMessages();
  const noteChosen = useUnfinishedChoice(String(chosen));
  return (
    <fieldset>
      <legend>{criterion.name}</legend>
      {criterion.levels.map(({ points, words }, level) => (
        <label key={`${points} ${words}`} class="tick">
          <input
            type="radio"
            name={name}
            required
            checked={chosen === level}
            onChange={() => {
              noteChosen(String(level));
              onChoose(level);
            }}
          />
          {marks.marking.level(points, words)}
        </label>
      ))}
    </fieldset>
  );
};

type Props = {
  readonly quizId: string;
  readonly task: MarkingTask;
  readonly onMarked: (marked: BodyOf<'markAnswer'>) => void;
  /** Takes up another answer, where this one is no longer the marker's. */
  readonly onNext: () => void;
};

/** Marks one answer by its rubric. */
export const RubricForm = ({ quizId, task: { taskId, criteria }, onMarked, onNext }: Props) => {
  const { marks } = useMessages();
  const t = marks.marking;
  const [choices, setChoices] = useState<Choices>(() => criteria.map(() => undefined));
  const [note, setNote] = useState('');
  const { run, busy, problem } = useAction();
  const { points, most } = pointsOf(criteria, choices);
  const left = missing(criteria, choices);
  const isLost = problem?.code === 'task-not-yours' || problem?.code === 'not-found';
  const save = async (): Promise<void> => {
    const said = note.trim();
    const body = { choices: choices.filter((level) => level !== undefined), ...(said && { note: said }) };
    const marked = await run([taskId, body], () => api.markAnswer({ params: { quizId, taskId }, body }));
    if (marked) onMarked(marked);
  };
  return (
    <Form label={marks.marking.title} onSubmit={() => void save()}>
      {criteria.map((criterion, at) => (
        <Criterion
          key={criterion.name}
          criterion={criterion}
          name={`${taskId} ${at}`}
          chosen={choices[at]}
          onChoose={(level) => setChoices(choices.map((one, place) => (place === at ? level : one)))}
        />
      ))}
      <TextArea label={t.note} hint={t.noteHint} value={note} onValue={setNote} rows={3} maxLength={1000} />
      <div role="status">
        <p class="strong number">{t.total(points, most)}</p>
        {left > 0 && <p class="muted small">{t.notAll(left)}</p>}
      </div>
      {isLost ? (
        <Notice tone="bad">
          <p>{t.lost}</p>
        </Notice>
      ) : (
        <Refusal problem={problem} />
      )}
      {isLost ? (
        <Button full onClick={onNext}>
          {t.next}
        </Button>
      ) : (
        <Button type="submit" full busy={busy} busyLabel={t.saving}>
          {t.save}
        </Button>
      )}
    </Form>
  );
};
