import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatInstant, formatTime } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';

type Given = BodyOf<'grantExtraTime'>;
type Unit = Given['grant']['unit'];
type Props = {
  readonly quizId: string;
  readonly learner: { readonly personId: string; readonly fullName: string };
  /** The name of who decided, where it is known. */
  readonly nameOf: (personId: string) => string | undefined;
};

const UNITS: readonly Unit[] = ['minutes', 'percent'];

const Done = ({ given: { grant, deadline }, name }: { given: Given; name: string }) => {
  const { marks } = useMessages();
  const t = marks.time;
  const shown = useStore(language);
  return (
    <Notice tone="good">
      <p class="strong">
        {grant.amount === 0 ? t.takenBack(name) : t.given(name, t.amounts[grant.unit](grant.amount))}
      </p>
      {deadline && <p>{t.newDeadline(formatTime(deadline, shown))}</p>}
    </Notice>
  );
};

type GrantsProps = Pick<Props, 'nameOf'> & {
  readonly grants: BodyOf<'listExtraTime'>['grants'];
  readonly name: string;
};

const Grants = ({ grants, name, nameOf }: GrantsProps) => {
  const { marks } = useMessages();
  const t = marks.time;
  const shown = useStore(language);
  const who = useStore(session);
  const nameOfGranter = (personId: string): string =>
    who.state === 'in' && who.personId === personId ? t.byMe : (nameOf(personId) ?? t.byOther);
  return (
    <section class="stack-tight" aria-label={t.before(name)}>
      <h2>{t.before(name)}</h2>
      {grants.length === 0 && <p class="muted">{t.neverGiven}</p>}
      <ul class="stack-tight">
        {grants.toReversed().map(({ grantedAt, grantedBy, unit, amount, reason }) => (
          <li key={grantedAt}>
            {t.grantLine(
              formatInstant(grantedAt, shown),
              t.amounts[unit](amount),
              reason.replace(/\.$/, ''),
              nameOfGranter(grantedBy),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Gives one person extra time, with a reason, and shows every such decision. */
export const GrantForm = ({ quizId, learner: { personId, fullName }, nameOf }: Props) => {
  const { marks } = useMessages();
  const t = marks.time;
  const [unit, setUnit] = useState<Unit>('minutes');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [given, setGiven] = useState<Given>();
  const { run, busy, problem } = useAction();
  const params = { quizId, personId };
  const grants = useResource(() => api.listExtraTime({ params }), [quizId, personId]);
  const submit = async (): Promise<void> => {
    const body = { unit, amount: Number(amount), reason: reason.trim() };
    const done = await run(body, () => api.grantExtraTime({ params, body }));
    if (!done) return;
    setGiven(done);
    setAmount('');
    setReason('');
    void grants.reload();
  };
  return (
    <>
      <div class="card">
        <Form label={t.give} onSubmit={() => void submit()}>
          <TextField
            label={t.amount}
            hint={t.amountHint}
            type="number"
            value={amount}
            onValue={setAmount}
            required
            input={{ inputMode: 'numeric', min: 0, max: 300 }}
          />
          <SelectField
            label={t.unit}
            value={unit}
            choices={UNITS.map((value) => ({ value, text: t.units[value] }))}
            onValue={(value) => setUnit(UNITS.find((one) => one === value) ?? 'minutes')}
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
          <Button type="submit" busy={busy} busyLabel={t.giving}>
            {t.give}
          </Button>
        </Form>
      </div>
      {given && <Done given={given} name={fullName} />}
      <Loaded of={grants}>
        {(loaded) => <Grants grants={loaded.grants} name={fullName} nameOf={nameOf} />}
      </Loaded>
    </>
  );
};
