import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { type SignIn, signInWith } from '../../session/cognito.ts';
import { Button } from '../../ui/button.tsx';
import { Form, TextField } from '../../ui/fields.tsx';

/** Name and password. Phones capitalise and add spaces; the name is taken without them. */
export const PasswordForm = ({ onResult }: { onResult: (result: SignIn) => void }) => {
  const { account } = useMessages();
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    setBusy(true);
    const result = await signInWith(loginName.trim().toLowerCase(), password);
    setBusy(false);
    onResult(result);
  };

  return (
    <div class="card card-main">
      <Form label={account.signInTitle} onSubmit={() => void submit()}>
        <TextField
          label={account.loginName}
          value={loginName}
          onValue={setLoginName}
          required
          input={{ name: 'username', autocomplete: 'username', autocapitalize: 'none', spellcheck: false }}
        />
        <TextField
          label={account.password}
          type={shown ? 'text' : 'password'}
          value={password}
          onValue={setPassword}
          required
          input={{ name: 'password', autocomplete: 'current-password', autocapitalize: 'none' }}
        />
        <label class="tick">
          <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
          {account.showPassword}
        </label>
        <Button type="submit" full busy={busy} busyLabel={account.submitting}>
          {account.submit}
        </Button>
        <p class="muted small">{account.forgot}</p>
      </Form>
    </div>
  );
};
