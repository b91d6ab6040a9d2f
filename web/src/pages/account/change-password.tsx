import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { changePassword, type SignInRefusal } from '../../session/cognito.ts';
import { accessToken } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { NewPasswordField, PasswordField } from '../../ui/password-field.tsx';

type State = 'idle' | 'busy' | 'changed' | SignInRefusal;

const change = async (before: string, after: string): Promise<'changed' | SignInRefusal> => {
  const token = await accessToken(false).catch(() => undefined);
  return token === undefined ? 'offline' : changePassword(token, { before, after });
};

/** How the last try ended, if there was one. */
const Outcome = ({ state }: { state: State }) => {
  const { account: t } = useMessages();
  if (state === 'idle' || state === 'busy') return null;
  if (state === 'changed')
    return (
      <Notice tone="good">
        <p>{t.changed}</p>
      </Notice>
    );
  const sentences = { ...t.refusals, ...t.changeRefusals };
  return (
    <Notice tone="bad">
      <p>{sentences[state]}</p>
    </Notice>
  );
};

/** Replacing one's own password. */
export const ChangePassword = () => {
  const { account: t } = useMessages();
  const [before, setBefore] = useState('');
  const [after, setAfter] = useState('');
  const [state, setState] = useState<State>('idle');
  const submit = async (): Promise<void> => {
    setState('busy');
    const outcome = await change(before, after);
    setState(outcome);
    if (outcome !== 'changed') return;
    setBefore('');
    setAfter('');
  };
  return (
    <details class="card">
      <summary>{t.changePassword}</summary>
      <Form label={t.changePassword} onSubmit={() => void submit()}>
        <Outcome state={state} />
        <PasswordField label={t.oldPassword} value={before} onValue={setBefore} kind="current-password" />
        <NewPasswordField value={after} onValue={setAfter} />
        <Button type="submit" full busy={state === 'busy'} busyLabel={t.changing}>
          {t.changeSubmit}
        </Button>
      </Form>
    </details>
  );
};
