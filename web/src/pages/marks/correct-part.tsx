import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { createNameBook, type Names } from './name-book.ts';
import { type Regrade, type RegradeCommand, regradeAll } from './regrade.ts';
import { RegradeReport } from './regrade-report.tsx';

type Items = BodyOf<'getItemAnalysis'>['items'];
type Correction = Omit<RegradeCommand, 'preview'>;
/** What a run told, and whose marks it is about. */
type Report = {
  readonly of: Correction;
  readonly regrade: Regrade;
  readonly names: Names;
  readonly isDone: boolean;
};

const isSame = (a: Correction, b: Correction): boolean => a.itemId === b.itemId && a.reason === b.reason;

/** Runs through all attempts and finds the names of those that change. */
const useRegrade = () => {
  const [seen, setSeen] = useState(0);
  const [report, setReport] = useState<Report>();
  const [namesOf] = useState(() => createNameBook(true));
  const run = async (of: Correction, preview: boolean) => {
    setSeen(0);
    const answer = await regradeAll({ ...of, preview }, setSeen);
    if (!answer.ok) return answer;
    const names = await namesOf(answer.body.changes.map(({ personId }) => personId));
    if (!names.ok) return names;
    return { ok: true as const, body: { of, regrade: answer.body, names: names.body, isDone: !preview } };
  };
  return { seen, report, setReport, run };
};

type Runs = ReturnType<typeof useRegrade>;

/** The button that does what the preview has told; a run that left some undecided may be done again. */
const Apply = ({ report, runs }: { report: Report; runs: Runs }) => {
  const { marks } = useMessages();
  const t = marks.correct;
  const changes = report.regrade.changes.length;
  if (report.isDone && report.regrade.undecided === 0) return null;
  return (
    <div>
      <AskFirst
        look="warn"
        ask={changes > 0 ? t.ask(changes) : t.askNone}
        yes={t.yes}
        no={t.no}
        busyLabel={t.seen(runs.seen)}
        content={report.of}
        act={() => runs.run(report.of, false)}
        onDone={runs.setReport}
      >
        {changes > 0 ? t.run(changes) : t.runNone}
      </AskFirst>
    </div>
  );
};

const CorrectForm = ({ quizId, items }: { quizId: string; items: Items }) => {
  const { marks } = useMessages();
  const t = marks.correct;
  const [itemId, setItemId] = useState(items[0]?.itemId ?? '');
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useAction();
  const runs = useRegrade();
  const correction = { quizId, itemId, reason: reason.trim() };
  // A preview of something else than what would be done now is of no use.
  const report = runs.report && isSame(runs.report.of, correction) ? runs.report : undefined;
  const preview = async (): Promise<void> => {
    const answer = await run(correction, () => runs.run(correction, true));
    if (answer) runs.setReport(answer);
  };
  return (
    <div class="stack">
      <div class="card">
        <Form label={marks.tabs.correct} onSubmit={() => void preview()}>
          <p>{t.lead}</p>
          <SelectField
            label={t.item}
            value={itemId}
            choices={items.map((item) => ({
              value: item.itemId,
              text: `${item.title}: ${item.stem}`.slice(0, 120),
            }))}
            onValue={setItemId}
          />
          <TextField
            label={t.reason}
            hint={t.reasonHint}
            value={reason}
            onValue={setReason}
            required
            input={{ maxLength: 300, autocomplete: 'off' }}
          />
          <Refusal problem={problem} />
          <Button type="submit" busy={busy} busyLabel={t.seen(runs.seen)}>
            {t.preview}
          </Button>
        </Form>
      </div>
      {report && <RegradeReport {...report} />}
      {report && <Apply report={report} runs={runs} />}
    </div>
  );
};

/** Of an item that was asked in several versions, any: it is marked by the newest. */
const onePerItem = (items: Items): Items => [...new Map(items.map((item) => [item.itemId, item])).values()];

/** Marking a quiz again after one of its questions was corrected: first who changes, then doing it. */
export const CorrectPart = ({ quiz: { quizId } }: { quiz: Pick<BodyOf<'getQuiz'>, 'quizId'> }) => {
  const { marks } = useMessages();
  const loaded = useResource(() => api.getItemAnalysis({ params: { quizId } }), [quizId]);
  return (
    <Loaded of={loaded}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing text={marks.correct.none} />
        ) : (
          <CorrectForm quizId={quizId} items={onePerItem(items)} />
        )
      }
    </Loaded>
  );
};
