import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { digitsOf, grouped, isWhole } from './code.ts';

/** One field for the code, in large digits, forgiving about everything but their number. */
export const CodeForm = () => {
  const { join: t } = useMessages();
  const { route } = useLocation();
  const [typed, setTyped] = useState('');
  const [isShort, setShort] = useState(false);
  const digits = digitsOf(typed);
  const submit = (): void => {
    setShort(!isWhole(digits));
    if (isWhole(digits)) route(`/vao-lop/${digits}`);
  };
  return (
    <div class="card card-main join-code">
      <Form label={t.title} onSubmit={submit}>
        <TextField
          label={t.code}
          hint={t.codeHint}
          fault={isShort && !isWhole(digits) ? t.codeShort(digits.length) : undefined}
          value={typed}
          onValue={(value) => setTyped(isWhole(digitsOf(value)) ? grouped(digitsOf(value)) : value)}
          required
          input={{ inputMode: 'numeric', autocomplete: 'off' }}
        />
        <Button type="submit" full>
          {t.find}
        </Button>
      </Form>
    </div>
  );
};
