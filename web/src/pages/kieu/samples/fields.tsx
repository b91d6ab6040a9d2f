import { useState } from 'preact/hooks';
import { SearchField, SelectField, TextArea, TextField } from '../../../ui/fields.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Form } from '../../../ui/form.tsx';
import { LoginNameField } from '../../../ui/login-name-field.tsx';
import { NewPasswordField, PasswordField } from '../../../ui/password-field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import type { Sample } from '../sample.ts';
import type { KieuWords } from '../use-kieu-words.ts';

type Words = { readonly words: KieuWords['sample'] };

const Name = ({ words, ...about }: Words & { hint?: string; fault?: string; required?: boolean }) => {
  const [value, setValue] = useState(about.fault ? '' : words.value);
  return <TextField label={words.name} value={value} onValue={setValue} {...about} />;
};
const Note = ({ words }: Words) => {
  const [value, setValue] = useState(words.noteValue);
  return <TextArea label={words.note} rows={3} value={value} onValue={setValue} />;
};
const Place = ({ words }: Words) => {
  const [value, setValue] = useState('0');
  const choices = words.places.map((text, at) => ({ value: String(at), text }));
  return <SelectField label={words.place} value={value} choices={choices} onValue={setValue} />;
};
const Agree = ({ words }: Words) => {
  const [isAgreed, setAgreed] = useState(false);
  return (
    <Tick checked={isAgreed} onChecked={setAgreed}>
      {words.agree}
    </Tick>
  );
};
const Search = ({ words }: Words) => {
  const [value, setValue] = useState('');
  return <SearchField label={words.search} value={value} onValue={setValue} />;
};
const LoginName = () => {
  const [value, setValue] = useState('');
  return <LoginNameField value={value} onValue={setValue} />;
};
const NewPassword = () => {
  const [value, setValue] = useState('');
  return <NewPasswordField value={value} onValue={setValue} />;
};
const Password = ({ words }: Words) => {
  const [value, setValue] = useState('');
  return <PasswordField kind="current-password" label={words.password} value={value} onValue={setValue} />;
};

export const fields: readonly Sample[] = [
  { of: 'TextField', as: 'plain', draw: (words) => <Name words={words} /> },
  { of: 'TextField', as: 'hint', draw: (words) => <Name words={words} hint={words.nameHint} /> },
  { of: 'TextField', as: 'fault', draw: (words) => <Name words={words} fault={words.nameFault} /> },
  { of: 'TextField', as: 'required', draw: (words) => <Name words={words} required /> },
  { of: 'TextArea', as: 'several', draw: (words) => <Note words={words} /> },
  { of: 'SelectField', as: 'choice', draw: (words) => <Place words={words} /> },
  { of: 'SearchField', as: 'search', draw: (words) => <Search words={words} /> },
  {
    of: 'FileDrop',
    as: 'choice',
    draw: (words) => (
      <FileDrop label={words.press} said={words.nameHint} accept="*" onFile={() => undefined} />
    ),
  },
  { of: 'Tick', as: 'ticks', draw: (words) => <Agree words={words} /> },
  { of: 'LoginNameField', as: 'hint', draw: () => <LoginName /> },
  { of: 'NewPasswordField', as: 'password', draw: () => <NewPassword /> },
  { of: 'PasswordField', as: 'password', draw: (words) => <Password words={words} /> },
  {
    of: 'Form',
    as: 'form',
    draw: (words) => (
      <Form label={words.note} onSubmit={() => undefined}>
        <Agree words={words} />
        <button type="submit" class="btn">
          {words.press}
        </button>
      </Form>
    ),
  },
];
