import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { chooseOwnPassword, type SignIn } from '../../session/cognito.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { NewPasswordField, PasswordField } from '../../ui/password-field.tsx';

type Props = {
  readonly challenge: Extract<SignIn, { step: 'own-password' }>;
  readonly onResult: (result: SignIn) => void;
};

/** The own password that replaces the handed-over one. */
export const OwnPasswordForm = ({ challenge, onResult }: Props) => {
  const { account } = useMessages();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    setDiffers(password !== again);
    if (password !== again) return;
    setBusy(true);
    const result = await chooseOwnPassword(challenge, password);
    setBusy(false);
    onResult(result);
  };

  return (
    <div class="card card-main">
      <Form label={account.ownTitle} onSubmit={() => void submit()}>
        <NewPasswordField value={password} onValue={setPassword} />
        <PasswordField
          label={account.ownAgain}
          value={again}
          onValue={setAgain}
          fault={differs ? account.ownDiffers : undefined}
          kind="new-password"
        />
        <Button type="submit" full busy={busy} busyLabel={account.submitting}>
          {account.ownSubmit}
        </Button>
      </Form>
    </div>
  );
};
