import { useState } from 'preact/hooks';
import { useMessages } from '../messages/use-messages.ts';
import { TextField } from './fields.tsx';
import { Icon } from './icon.tsx';

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What the browser's own keeper of passwords is told. */
  readonly kind: 'current-password' | 'new-password';
};

/** A password, hidden until its owner wants to see what was typed: most mistakes are small ones. */
export const PasswordField = ({ kind, ...about }: Props) => {
  const { account: t } = useMessages();
  const [isShown, setShown] = useState(false);
  return (
    <div class="password">
      <TextField
        {...about}
        type={isShown ? 'text' : 'password'}
        required
        input={{ name: kind, autocomplete: kind, autocapitalize: 'none', spellcheck: false }}
      />
      <button
        type="button"
        class="btn btn-quiet btn-small"
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
      >
        <Icon name="eye" size={22} />
        {t.showPassword}
      </button>
    </div>
  );
};

/** The password that somebody chooses for themselves, with what it has to have. */
export const NewPasswordField = (props: Pick<Props, 'value' | 'onValue'>) => {
  const { account: t } = useMessages();
  return <PasswordField {...props} label={t.ownPassword} hint={t.ownHint} kind="new-password" />;
};
