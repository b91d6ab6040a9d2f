import { useState } from 'preact/hooks';
import { readingsOf } from '#shared/text/typed-number.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { TextField } from '../../ui/fields.tsx';

type Props = {
  readonly label: string;
  readonly value: number;
  readonly fault?: string | undefined;
  readonly onNumber: (value: number) => void;
};

/** A number as Vietnamese types it. What is none says so, which keeps the form from sending the number before it. */
export const NumberField = ({ label, value, fault, onNumber }: Props) => {
  const { bank } = useMessages();
  const [text, setText] = useState(() => String(value).replace('.', ','));
  const type = (typed: string): void => {
    setText(typed);
    const number = readingsOf(typed).at(-1);
    if (number !== undefined) onNumber(number);
  };
  const isNone = text.trim() !== '' && readingsOf(text).length === 0;
  return (
    <TextField
      label={label}
      value={text}
      onValue={type}
      fault={isNone ? bank.edit.noNumber : fault}
      required
      input={{ inputMode: 'decimal', maxLength: 20, autocomplete: 'off' }}
    />
  );
};
