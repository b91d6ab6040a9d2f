import { bringWords } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { names as words } from '../messages/vi/names.ts';
import { SelectField, TextField } from '../ui/fields.tsx';
import { LANGUAGES, LICENCES, OTHER_LICENCE } from './choices.ts';

bringWords({ names: words });

type Said = {
  /** One of `LICENCES`, or `other` with its name in `otherLicence`; empty until chosen. */
  readonly licence: string;
  readonly otherLicence: string;
};
type Props = {
  readonly said: Said;
  readonly fault?: string | undefined;
  readonly onChange: (change: Partial<Said>) => void;
};

/** By what right a file or a page is shown: one of those that are known, or another by its name. */
export const LicenceFields = ({ said: { licence, otherLicence }, fault, onChange }: Props) => {
  const { names: t } = useMessages();
  const isOther = licence === OTHER_LICENCE;
  return (
    <>
      <SelectField
        label={t.licence}
        value={licence}
        choices={[
          { value: '', text: t.chooseLicence },
          ...LICENCES.map((value) => ({ value, text: t.licences[value] ?? value })),
          { value: OTHER_LICENCE, text: t.anotherLicence },
        ]}
        fault={isOther ? undefined : fault}
        onValue={(chosen) => onChange({ licence: chosen })}
      />
      {isOther && (
        <TextField
          label={t.licenceName}
          value={otherLicence}
          fault={fault}
          onValue={(text) => onChange({ otherLicence: text })}
          input={{ maxLength: 100 }}
        />
      )}
    </>
  );
};

type LanguageProps = { readonly value: string; readonly onValue: (language: string) => void };

export const LanguageField = ({ value, onValue }: LanguageProps) => {
  const { names: t } = useMessages();
  const known: readonly string[] = LANGUAGES;
  // What was said elsewhere stays as it is until somebody chooses.
  const offered = known.includes(value) ? known : [...known, value];
  return (
    <SelectField
      label={t.language}
      value={value}
      choices={offered.map((one) => ({ value: one, text: t.languages[one] ?? one }))}
      onValue={onValue}
    />
  );
};
