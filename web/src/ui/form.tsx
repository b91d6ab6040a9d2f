import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FormTurn } from '../state/unfinished.ts';

/** Also a part that is not there yet: what nobody can see is not sent. */
const FAULTY = ':invalid:not(fieldset), [aria-invalid="true"], [data-missing]';

type Props = { readonly onSubmit: () => void; readonly label?: string; readonly children: ComponentChildren };

/**
 * A form that keeps the page and gives its submission to `onSubmit`. What a field was told of itself is checked first:
 * each faulty one says what is wrong with it in the language of the page, and the first of them gets the focus.
 */
export const Form = ({ onSubmit, label, children }: Props) => {
  const [turn, setTurn] = useState(0);
  const submit = (form: HTMLFormElement): void => {
    // Makes every field that the browser finds faulty say so; others know it of themselves and have said so.
    form.checkValidity();
    const faulty = form.querySelector<HTMLElement>(FAULTY);
    if (faulty) {
      faulty.focus();
      return;
    }
    setTurn(turn + 1);
    onSubmit();
  };
  return (
    <FormTurn.Provider value={turn}>
      <form
        class="form"
        aria-label={label}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        {children}
      </form>
    </FormTurn.Provider>
  );
};
