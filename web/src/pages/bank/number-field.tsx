import { useState } from 'preact/hooks';
import { TextField } from '../../ui/fields.tsx';

type Props = { readonly label: string; readonly value: number; readonly onNumber: (value: number) => void };

/** A number as Vietnamese types it, with a decimal comma; what is no number yet stays as it was typed. */
export const NumberField = ({ label, value, onNumber }: Props) => {
  const [text, setText] = useState(() => String(value).replace('.', ','));
  const type = (typed: string): void => {
    setText(typed);
    const number = Number(typed.replace(',', '.'));
    if (typed.trim() !== '' && Number.isFinite(number)) onNumber(number);
  };
  return (
    <TextField
      label={label}
      value={text}
      onValue={type}
      required
      input={{ inputMode: 'decimal', maxLength: 20, autocomplete: 'off' }}
    />
  );
};
