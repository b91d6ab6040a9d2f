import { LaterTicks } from '../../competences/later-ticks.tsx';
import { LanguageField, LicenceFields } from '../../materials/said-fields.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { Tick } from '../../ui/tick.tsx';
import { useLibraryWords } from '../library/use-library-words.ts';
import { type About, toggled } from './about.ts';
import type { Draft } from './standing.ts';

type Props = {
  readonly kind: Draft['kind'];
  readonly about: About;
  readonly onChange: (part: Partial<About>) => void;
};
type Many = 'tracks' | 'audiences';

const HTTPS = 'https://.+';

const lineOf =
  ({ about, onChange }: Props) =>
  (key: 'title' | 'source' | 'url' | 'citation' | 'altText') => ({
    value: about[key],
    onValue: (value: string) => onChange({ [key]: value }),
  });

/** What only some kinds have: where it is, what it is called elsewhere, what it shows. */
const OfKind = (props: Props) => {
  const { materialDesk: t } = useMessages();
  const line = lineOf(props);
  return (
    <>
      {props.kind === 'reference' && (
        <TextField
          label={t.fields.citation}
          hint={t.fields.citationHint}
          {...line('citation')}
          required
          input={{ maxLength: 400 }}
        />
      )}
      {(props.kind === 'link' || props.kind === 'reference') && (
        <TextField
          label={t.fields.url}
          hint={t.fields.urlHint}
          {...line('url')}
          required={props.kind === 'link'}
          input={{ maxLength: 500, pattern: HTTPS, autocapitalize: 'off', spellcheck: false }}
        />
      )}
      {props.kind === 'image' && (
        <TextField
          label={t.fields.altText}
          hint={t.fields.altTextHint}
          {...line('altText')}
          required
          input={{ maxLength: 500 }}
        />
      )}
    </>
  );
};

const ChoiceSet = ({ of, about, onChange }: Props & { of: Many }) => {
  const { materialDesk: t } = useMessages();
  const words = useLibraryWords();
  const names: Readonly<Record<string, string>> = words[of];
  const chosen: readonly string[] = about[of];
  return (
    <fieldset class="choice-set">
      <legend class="field-label">{t.fields[of]}</legend>
      {Object.entries(names).map(([value, text]) => (
        <Tick
          key={value}
          checked={chosen.includes(value)}
          onChecked={() => onChange({ [of]: toggled(chosen, value) })}
        >
          <span>{text}</span>
        </Tick>
      ))}
    </fieldset>
  );
};

/** What is said about a material: what it is, whose it is, and for whom. */
export const AboutFields = (props: Props) => {
  const { about, onChange } = props;
  const { materialDesk: t, names } = useMessages();
  const line = lineOf(props);
  return (
    <div class="stack">
      <TextField label={t.fields.title} {...line('title')} required input={{ maxLength: 120 }} />
      <TextArea
        label={t.fields.summary}
        value={about.summary}
        onValue={(summary) => onChange({ summary })}
        rows={3}
        maxLength={600}
      />
      <OfKind {...props} />
      <div class="form-pair">
        <LicenceFields said={about} onChange={onChange} />
        <TextField
          label={names.source}
          hint={t.fields.sourceHint}
          {...line('source')}
          input={{ maxLength: 300 }}
        />
      </div>
      <div class="form-pair">
        <LanguageField value={about.language} onValue={(language) => onChange({ language })} />
        <SelectField
          label={names.people}
          value={about.peopleShown}
          choices={[
            { value: 'unknown', text: names.choosePeople },
            ...Object.entries(names.peopleShown).map(([value, text]) => ({ value, text })),
          ]}
          onValue={(value) => onChange({ peopleShown: value as About['peopleShown'] })}
        />
      </div>
      <ChoiceSet {...props} of="tracks" />
      <ChoiceSet {...props} of="audiences" />
      <details>
        <summary>{`${names.competences} (${t.chosen(about.competenceCodes.length)})`}</summary>
        <LaterTicks
          chosen={about.competenceCodes}
          onChange={(codes) => onChange({ competenceCodes: [...codes] })}
          chosenWords={t.chosen}
        />
      </details>
    </div>
  );
};
