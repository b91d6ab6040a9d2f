import type { ComponentChildren, LooseInputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { useUnfinished, useUnfinishedChoice } from '../state/unfinished.ts';
import { useFieldFault } from './field-fault.ts';
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
  readonly type?: 'text' | 'password' | 'number' | 'date' | 'time' | 'datetime-local';
  readonly required?: boolean;
  readonly input?: InputExtras;
};

/** JSX checks an input by one literal type at a time; ours differ in nothing that it checks. */
const oneType = (type: TextProps['type']) => ({ type }) as { type: 'text' };

/** What to give an input so that its hint and fault are read with it. */
const described = (id: string, { hint, fault }: FieldProps) => ({
  id,
  'aria-describedby': [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': fault ? ('true' as const) : undefined,
});

const Labelled = ({
  id,
  about: { label, hint, fault },
  children,
}: {
  id: string;
  about: FieldProps;
  children: ComponentChildren;
}) => (
  <div class="field">
    <label for={id}>{label}</label>
    {hint && <small id={`${id}-hint`}>{hint}</small>}
    {children}
    {fault && (
      <small id={`${id}-fault`} class="fault">
        {fault}
      </small>
    )}
  </div>
);

/** One labelled line of input, with its hint and its fault tied to it. */
export const TextField = ({ value, onValue, type = 'text', required, input, ...field }: TextProps) => {
  const id = useId();
  const noteTyped = useUnfinished(value);
  const { fault, onInvalid } = useFieldFault(value);
  const about = { ...field, fault: field.fault ?? fault };
  return (
    <Labelled id={id} about={about}>
      <input
        {...input}
        {...described(id, about)}
        class="input"
        {...oneType(type)}
        required={required}
        value={value}
        onInvalid={onInvalid}
        onInput={({ currentTarget }) => {
          noteTyped(currentTarget.value);
          onValue(currentTarget.value);
        }}
      />
    </Labelled>
  );
};

type AreaProps = FieldProps & {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly rows: number;
  /** Characters; without it the page itself says when it is too long. */
  readonly maxLength?: number;
  readonly required?: boolean;
};

/** Several lines of text, with their hint and fault tied to them. */
export const TextArea = ({ value, onValue, rows, maxLength, required, ...field }: AreaProps) => {
  const id = useId();
  const noteTyped = useUnfinished(value);
  const { fault, onInvalid } = useFieldFault(value);
  const about = { ...field, fault: field.fault ?? fault };
  return (
    <Labelled id={id} about={about}>
      <textarea
        {...described(id, about)}
        class="input"
        rows={rows}
        maxLength={maxLength}
        required={required}
        value={value}
        onInvalid={onInvalid}
        onInput={({ currentTarget }) => {
          noteTyped(currentTarget.value);
          onValue(currentTarget.value);
        }}
      />
    </Labelled>
  );
};

export type Choice = { readonly value: string; readonly text: string };
type SelectProps = FieldProps & {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onValue: (value: string) => void;
};

/** One of a few choices: the platform's own list, which phones draw large. */
export const SelectField = ({ value, choices, onValue, ...about }: SelectProps) => {
  const id = useId();
  const noteChosen = useUnfinishedChoice(value);
  return (
    <Labelled id={id} about={about}>
      <select
        {...described(id, about)}
        class="input"
        value={value}
        onChange={({ currentTarget }) => {
          noteChosen(currentTarget.value);
          onValue(currentTarget.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </Labelled>
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
