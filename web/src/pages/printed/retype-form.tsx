import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Refusal } from '../../ui/notice.tsx';
import type { Result } from './exam-rows.ts';

type Props = {
  readonly exam: BodyOf<'getPrintedExam'>['exam'];
  readonly result: Result;
  readonly name: string;
  readonly onDone: (result: Result) => void;
  readonly onClose: () => void;
};

/** Types one sheet again, with the reason. */
export const RetypeForm = ({ exam: { examId, codes }, result, name, onDone, onClose }: Props) => {
  const { printed } = useMessages();
  const t = printed.results;
  const [code, setCode] = useState(result.code);
  const [line, setLine] = useState(result.line);
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useAction();
  const submit = async (): Promise<void> => {
    const { number, grade } = result;
    const body = { number, code, line, reason: reason.trim(), gradeNo: grade?.gradeNo ?? 1 };
    const done = await run(body, () => api.retypeSheet({ params: { examId }, body }));
    if (done) onDone(done);
  };
  return (
    <div class="card card-main narrow">
      <Form label={t.correctOf(name)} onSubmit={() => void submit()}>
        <h2>{t.correctOf(name)}</h2>
        <SelectField
          label={printed.code}
          value={code}
          choices={codes.map((each) => ({ value: each, text: each }))}
          onValue={setCode}
        />
        <TextField
          label={printed.line}
          hint={printed.enter.brackets(printed.enter.bracketSample)}
          value={line}
          onValue={setLine}
          required
          input={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: false }}
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
        <div class="row">
          <Button type="submit" busy={busy} busyLabel={t.saving}>
            {t.save}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t.close}
          </Button>
        </div>
      </Form>
    </div>
  );
};
