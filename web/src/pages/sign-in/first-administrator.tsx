import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { type SignIn, signInWith } from '../../session/cognito.ts';
import type { Arriving } from '../../session/surroundings.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { LoginNameField } from '../../ui/login-name-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { NewPasswordField } from '../../ui/password-field.tsx';
import { createFirstAdministrator } from './local-cloud.ts';

type Props = { readonly onResult: (result: SignIn, arriving: Arriving) => void };

/** Enters the director of an empty platform and signs in as that person. */
export const FirstAdministrator = ({ onResult }: Props) => {
  const { account } = useMessages();
  const [fullName, setFullName] = useState('');
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  const submit = async (): Promise<void> => {
    setState('busy');
    const isDone = await createFirstAdministrator({ fullName, loginName, password });
    setState(isDone ? 'idle' : 'failed');
    if (isDone) onResult(await signInWith(loginName, password), { loginName, fullName });
  };

  return (
    <section class="card card-pale" aria-label={account.firstTitle}>
      <h2>{account.firstTitle}</h2>
      <p>{account.firstLead}</p>
      <Form label={account.firstTitle} onSubmit={() => void submit()}>
        {state === 'failed' && (
          <Notice tone="bad">
            <p>{account.firstFailed}</p>
          </Notice>
        )}
        <TextField label={account.firstName} value={fullName} onValue={setFullName} required />
        <LoginNameField value={loginName} onValue={setLoginName} />
        <NewPasswordField value={password} onValue={setPassword} />
        <Button type="submit" full busy={state === 'busy'} busyLabel={account.submitting}>
          {account.firstSubmit}
        </Button>
      </Form>
    </section>
  );
};
