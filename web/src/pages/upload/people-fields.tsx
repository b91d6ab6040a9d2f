import { useMessages } from '../../messages/use-messages.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Tick } from '../../ui/tick.tsx';
import { type Details, type Fault, type People, shownNow } from '../../upload/details.ts';

type Props = {
  readonly details: Details;
  readonly onChange: (change: Partial<Details>) => void;
  readonly faultOf: (fault: Fault) => string | undefined;
};

const CHOICES = ['adults', 'children'] as const;
/** Who has to have agreed, by who can be recognised: children both themselves and through a parent. */
const CONSENTS = {
  '': [],
  nobody: [],
  adults: ['adultsAgreed'],
  children: ['parentsAgreed', 'childrenAgreed'],
} as const;

/** Who can be recognised in a file, and that they agreed. */
export const PeopleFields = ({ details, onChange, faultOf }: Props) => {
  const { names, uploading } = useMessages();
  const t = uploading.details;
  const consents: readonly ('adultsAgreed' | 'parentsAgreed' | 'childrenAgreed')[] = CONSENTS[details.people];
  const fault = faultOf('consent');
  return (
    <>
      <SelectField
        label={names.people}
        value={details.people}
        choices={[
          { value: '', text: names.choosePeople },
          { value: 'nobody', text: names.peopleShown.nobody },
          ...CHOICES.map((value) => ({ value, text: t.peopleChoices[value] })),
        ]}
        fault={faultOf('people')}
        onValue={(people) => onChange(shownNow(people as People))}
      />
      {consents.length > 0 && (
        <fieldset class="upload-consent">
          <legend class="field-label">{t.consent}</legend>
          {consents.map((one) => (
            <Tick key={one} checked={details[one]} onChecked={(isAgreed) => onChange({ [one]: isAgreed })}>
              <span>{t[one]}</span>
            </Tick>
          ))}
          {fault && (
            <p class="fault" role="alert" data-missing tabIndex={-1}>
              {fault}
            </p>
          )}
        </fieldset>
      )}
    </>
  );
};
