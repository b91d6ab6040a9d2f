import type { ComponentChildren, LooseInputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
};
/** What else a line of input may be told; never its type, value or handlers. */
type InputExtras = Pick<
  LooseInputHTMLAttributes<HTMLInputElement>,
  | 'name'
  | 'autocomplete'
  | 'autocapitalize'
  | 'spellcheck'
  | 'inputMode'
  | 'maxLength'
  | 'minLength'
  | 'pattern'
  | 'min'
  | 'max'
>;
type TextProps = FieldProps & {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: 'text' | 'password' | 'number' | 'date';
  readonly required?: boolean;
  readonly input?: InputExtras;
};

/** JSX checks an input by one literal type at a time; ours differ in nothing that it checks. */
const oneType = (type: TextProps['type']) => ({ type }) as { type: 'text' };

/** One labelled line of input, with its hint and its fault tied to it. */
export const TextField = ({
  label,
  hint,
  fault,
  value,
  onValue,
  type = 'text',
  required,
  input,
}: TextProps) => {
  const id = useId();
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      <input
        {...input}
        id={id}
        class="input"
        {...oneType(type)}
        required={required}
        value={value}
        aria-describedby={about || undefined}
        aria-invalid={fault ? 'true' : undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {fault && (
        <small id={`${id}-fault`} class="fault">
          {fault}
        </small>
      )}
    </div>
  );
};

export type Choice = { readonly value: string; readonly text: string };
type SelectProps = {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onValue: (value: string) => void;
};

/** One of a few choices: the platform's own list, which phones draw large. */
export const SelectField = ({ label, value, choices, onValue }: SelectProps) => {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
};

type SearchProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

/** A search line that filters while one types. */
export const SearchField = ({ label, hint, value, onValue }: SearchProps) => {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="search">
        <Icon name="search" />
        <input
          id={id}
          class="input input-search"
          type="search"
          autocomplete="off"
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      </div>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
};

/** A form that keeps the page and gives its submission to `onSubmit`, after the browser's own checks. */
export const Form = ({
  onSubmit,
  children,
  label,
}: {
  onSubmit: () => void;
  children: ComponentChildren;
  label?: string;
}) => (
  <form
    class="form"
    aria-label={label}
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    {children}
  </form>
);
