import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { keepNewcomer, newcomerFor } from '../../session/newcomer.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Refusal } from '../../ui/notice.tsx';

/** A name is all that somebody without an account has to give. */
export const NameForm = ({ code, onRegistered }: { code: string; onRegistered: () => void }) => {
  const { join: t } = useMessages();
  const [fullName, setFullName] = useState('');
  const { run, busy, problem } = useAction();
  const submit = async (): Promise<void> => {
    const newcomer = newcomerFor(code, fullName.trim());
    keepNewcomer(newcomer);
    const { claim, key } = newcomer;
    const body = { code, fullName: newcomer.fullName, claim };
    const made = await run(body, () => api.registerByCode({ body, key }));
    if (!made) return;
    const { personId, loginName } = made;
    keepNewcomer({ ...newcomer, made: { personId, loginName, className: made.class.name } });
    onRegistered();
  };
  return (
    <div class="card card-main">
      <Form label={t.nameTitle} onSubmit={() => void submit()}>
        <h2>{t.nameTitle}</h2>
        <p class="muted">{t.nameLead}</p>
        <Refusal problem={problem} />
        <TextField
          label={t.fullName}
          value={fullName}
          onValue={setFullName}
          required
          input={{ name: 'name', autocomplete: 'name', autocapitalize: 'words', maxLength: 80 }}
        />
        <Button type="submit" full busy={busy} busyLabel={t.registering}>
          {t.register}
        </Button>
      </Form>
    </div>
  );
};
