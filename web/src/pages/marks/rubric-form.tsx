import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { currentPersonId } from '../../session/session.ts';
import { useUnfinishedChoice } from '../../state/unfinished.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { forgetMarking, keepMarking, keptMarking, type Marking } from './kept-marking.ts';
import { type MarkingTask, missing, pointsOf } from './rubric.ts';

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

/** What is chosen and written, kept in this tab until it is saved. */
const useMarking = (task: MarkingTask) => {
  const personId = currentPersonId() ?? '';
  const [marking, setMarking] = useState(() => keptMarking(personId, task));
  return {
    ...marking,
    change: (next: Marking): void => {
      setMarking(next);
      keepMarking(personId, task.taskId, next);
    },
    forget: () => forgetMarking(personId, task.taskId),
  };
};

const NoLongerTheirs = ({ onNext }: Pick<Props, 'onNext'>) => {
  const { marks } = useMessages();
  return (
    <>
      <Notice tone="bad">
        <p>{marks.marking.lost}</p>
      </Notice>
      <Button full onClick={onNext}>
        {marks.marking.next}
      </Button>
    </>
  );
};

/** Marks one answer by its rubric. */
export const RubricForm = ({ quizId, task, onMarked, onNext }: Props) => {
  const { taskId, criteria } = task;
  const { marks } = useMessages();
  const t = marks.marking;
  const { choices, note, change, forget } = useMarking(task);
  const { run, busy, problem } = useAction();
  const { points, most } = pointsOf(criteria, choices);
  const left = missing(criteria, choices);
  const isLost = problem?.code === 'task-not-yours' || problem?.code === 'not-found';
  const save = async (): Promise<void> => {
    const said = note.trim();
    const body = { choices: choices.filter((level) => level !== undefined), ...(said && { note: said }) };
    const marked = await run([taskId, body], () => api.markAnswer({ params: { quizId, taskId }, body }));
    if (!marked) return;
    forget();
    onMarked(marked);
  };
  return (
    <Form label={marks.marking.title} onSubmit={() => void save()}>
      {criteria.map((criterion, at) => (
        <Criterion
          key={criterion.name}
          criterion={criterion}
          name={`${taskId} ${at}`}
          chosen={choices[at]}
          onChoose={(level) => change({ choices: choices.with(at, level), note })}
        />
      ))}
      <TextArea
        label={t.note}
        hint={t.noteHint}
        value={note}
        onValue={(said) => change({ choices, note: said })}
        rows={3}
        maxLength={1000}
      />
      <div role="status">
        <p class="strong number">{t.total(points, most)}</p>
        {left > 0 && <p class="muted small">{t.notAll(left)}</p>}
      </div>
      {isLost ? (
        <NoLongerTheirs onNext={onNext} />
      ) : (
        <>
          <Refusal problem={problem} />
          <Button type="submit" full busy={busy} busyLabel={t.saving}>
            {t.save}
          </Button>
        </>
      )}
    </Form>
  );
};
