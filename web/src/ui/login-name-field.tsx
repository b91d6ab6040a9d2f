import { useMessages } from '../messages/use-messages.ts';
import { TextField } from './fields.tsx';

type Props = { readonly value: string; readonly onValue: (value: string) => void };

/** The sign-in name of somebody who is being entered, as the register takes it: 3 to 40 small letters, digits, dots. */
export const LoginNameField = (props: Props) => {
  const { account: t } = useMessages();
  return (
    <TextField
      {...props}
      label={t.loginName}
      hint={t.firstLoginHint}
      required
      input={{ pattern: '[a-z0-9][a-z0-9._\\-]{2,39}', autocapitalize: 'none', autocomplete: 'off' }}
    />
  );
};
