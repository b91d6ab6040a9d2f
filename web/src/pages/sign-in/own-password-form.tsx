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
  /** The two that were sent and differ, said until one of them is changed. */
  const [refused, setRefused] = useState<readonly [string, string]>();
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    if (password !== again) return setRefused([password, again]);
    setBusy(true);
    const result = await chooseOwnPassword(challenge, password);
    setBusy(false);
    onResult(result);
  };

  const differs = refused?.[0] === password && refused[1] === again;
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
