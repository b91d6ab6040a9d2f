import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { type Overview, targetOf } from './standing.ts';

const COMPLETION = 'class-completion';
/** More of it is no success, so it has no target. */
const NO_TARGET = 'enrolments-waitlisted';

type Props = { readonly overview: Overview; readonly onSaved: () => Promise<void> };

/** A target as it is being set: which one, the number, and what became of saving it. */
const useTarget = ({ overview, onSaved }: Props) => {
  const [code, setCode] = useState('enrolments-confirmed');
  const [typed, setTyped] = useState<string>();
  const [isSaved, setSaved] = useState(false);
  const { run, busy, problem } = useAction();
  const present = targetOf(overview, code);
  const version = overview.targets.find((target) => target.code === code)?.version ?? 0;
  const choose = (next: string): void => {
    setCode(next);
    setTyped(undefined);
    setSaved(false);
  };
  const save = async (wanted: number | null): Promise<void> => {
    const body = { value: wanted, version };
    const saved = await run({ code, ...body }, () =>
      api.putTarget({ params: { code: code as 'runs-completed' }, body }),
    );
    setSaved(saved !== undefined);
    await onSaved();
    if (saved) setTyped(undefined);
  };
  const value = typed ?? String(present ?? '');
  return {
    code,
    choose,
    value,
    setValue: setTyped,
    hasTarget: present !== null,
    save,
    busy,
    problem,
    isSaved,
  };
};

const choicesOf = (overview: Overview, t: Messages['overview']) => [
  ...overview.figures
    .filter((figure) => figure.code !== NO_TARGET)
    .map((figure) => ({ value: figure.code, text: t.names[figure.code] ?? figure.code })),
  { value: COMPLETION, text: t.completionTarget },
];

/** Sets, changes or takes back a target of the year. The platform brings none of its own. */
export const TargetForm = (props: Props) => {
  const { overview: t } = useMessages();
  const { code, value, save, busy, ...target } = useTarget(props);
  const isShare = code === COMPLETION;
  return (
    <Form label={t.setTarget} onSubmit={() => void save(Number(value))}>
      <div class="form-pair">
        <SelectField
          label={t.targetFor}
          value={code}
          choices={choicesOf(props.overview, t)}
          onValue={target.choose}
        />
        <TextField
          label={isShare ? t.targetPercent : t.targetNumber}
          type="number"
          value={value}
          onValue={target.setValue}
          required
          input={{ min: 1, max: isShare ? 100 : 1_000_000, inputMode: 'numeric' }}
        />
      </div>
      <Refusal problem={target.problem} />
      {target.isSaved && (
        <Notice tone="good">
          <p>{t.targetSaved}</p>
        </Notice>
      )}
      <div class="row">
        <Button type="submit" busy={busy}>
          {t.saveTarget}
        </Button>
        {target.hasTarget && (
          <Button look="quiet" busy={busy} onClick={() => void save(null)}>
            {t.dropTarget}
          </Button>
        )}
      </div>
    </Form>
  );
};
