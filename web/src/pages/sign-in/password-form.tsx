import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { type SignIn, signInWith } from '../../session/cognito.ts';
import type { Arriving } from '../../session/surroundings.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Tick } from '../../ui/tick.tsx';

type Props = {
  /** The sign-in name of somebody of this device, to begin with. */
  readonly known: string;
  readonly onResult: (result: SignIn, arriving: Arriving) => void;
};

/** Name and password. Phones capitalise and add spaces; the name is taken without them. */
export const PasswordForm = ({ known, onResult }: Props) => {
  const { account } = useMessages();
  const [typed, setTyped] = useState(known);
  const [password, setPassword] = useState('');
  const [isBorrowed, setBorrowed] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    setBusy(true);
    const loginName = typed.trim().toLowerCase();
    const result = await signInWith(loginName, password);
    setBusy(false);
    onResult(result, { loginName, isBorrowed });
  };

  return (
    <div class="card card-main">
      <Form label={account.signInTitle} onSubmit={() => void submit()}>
        <TextField
          label={account.loginName}
          value={typed}
          onValue={setTyped}
          required
          input={{ name: 'username', autocomplete: 'username', autocapitalize: 'none', spellcheck: false }}
        />
        <PasswordField
          label={account.password}
          value={password}
          onValue={setPassword}
          kind="current-password"
        />
        <Tick checked={isBorrowed} onChecked={setBorrowed}>
          <span>
            {account.borrowed}
            <small class="muted tick-hint">{account.borrowedHint}</small>
          </span>
        </Tick>
        <Button type="submit" full busy={busy} busyLabel={account.submitting}>
          {account.submit}
        </Button>
        <p class="muted small">{account.forgot}</p>
      </Form>
    </div>
  );
};
