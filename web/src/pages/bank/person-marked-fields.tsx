import { useMessages } from '../../messages/use-messages.ts';
import { TextField } from '../../ui/fields.tsx';
import { Tick } from '../../ui/tick.tsx';
import { KeyRows } from './key-rows.tsx';
import { NumberField } from './number-field.tsx';
import { useFaultAt } from './told-faults.tsx';
import type { KeyOf } from './worth-rows.tsx';

type Marked = KeyOf<'essay'> | KeyOf<'file-answer'>;
type Rubric = Marked['question']['rubric'];
type Criterion = Rubric['criteria'][number];

const BLANK_LEVEL = { points: 0, words: '' };
const BLANK: Criterion = {
  name: '',
  levels: [
    { points: 2, words: '' },
    { points: 1, words: '' },
    { points: 0, words: '' },
  ],
};
const MOST = 10;

type LevelsProps = {
  readonly at: string;
  readonly criterion: Criterion;
  readonly onCriterion: (criterion: Criterion) => void;
};

const Levels = ({ at, criterion, onCriterion }: LevelsProps) => {
  const { questionForm } = useMessages();
  const t = questionForm.rubric;
  const faultAt = useFaultAt();
  return (
    <KeyRows
      at={`${at}/levels`}
      rows={criterion.levels}
      least={2}
      most={MOST}
      blank={BLANK_LEVEL}
      words={t.levels}
      onRows={(levels) => onCriterion({ ...criterion, levels })}
    >
      {(level, no, onLevel) => (
        <>
          <NumberField
            label={t.points(no)}
            value={level.points}
            fault={faultAt(`${at}/levels/${no - 1}/points`)}
            onNumber={(points) => onLevel({ ...level, points })}
          />
          <TextField
            label={t.words(no)}
            hint={t.wordsHint}
            value={level.words}
            fault={faultAt(`${at}/levels/${no - 1}/words`)}
            onValue={(words) => onLevel({ ...level, words })}
            input={{ maxLength: 500 }}
          />
        </>
      )}
    </KeyRows>
  );
};

type RubricProps = { readonly rubric: Rubric; readonly onRubric: (rubric: Rubric) => void };

/** What a person marks by: criteria, of each of which one level is chosen. */
const RubricFields = ({ rubric, onRubric }: RubricProps) => {
  const { questionForm } = useMessages();
  const t = questionForm.rubric;
  const faultAt = useFaultAt();
  const fault = faultAt('/rubric');
  return (
    <div class="stack key-part">
      <p class="field-label">{t.title}</p>
      <p class="muted">{t.lead}</p>
      <KeyRows
        at="/rubric/criteria"
        rows={rubric.criteria}
        least={1}
        most={MOST}
        blank={BLANK}
        words={t.criteria}
        onRows={(criteria) => onRubric({ ...rubric, criteria })}
      >
        {(criterion, no, onCriterion) => (
          <>
            <TextField
              label={t.name(no)}
              value={criterion.name}
              fault={
                faultAt(`/rubric/criteria/${no - 1}/name`) ?? (criterion.name === '' ? fault : undefined)
              }
              onValue={(name) => onCriterion({ ...criterion, name })}
              required
              input={{ maxLength: 200 }}
            />
            <Levels at={`/rubric/criteria/${no - 1}`} criterion={criterion} onCriterion={onCriterion} />
          </>
        )}
      </KeyRows>
      {fault && <p class="fault">{fault}</p>}
    </div>
  );
};

type CountProps = {
  readonly label: string;
  readonly value: number | undefined;
  readonly fault: string | undefined;
  readonly onCount: (count: number | undefined) => void;
};

/** A number of words that may be left open. */
const CountField = ({ label, value, fault, onCount }: CountProps) => (
  <TextField
    label={label}
    type="number"
    value={value === undefined ? '' : String(value)}
    fault={fault}
    onValue={(text) => onCount(text === '' ? undefined : Number(text))}
    input={{ inputMode: 'numeric', min: 1, max: 5000 }}
  />
);

export const EssayFields = ({ question, onChange }: KeyOf<'essay'>) => {
  const { questionForm } = useMessages();
  const t = questionForm.essay;
  const faultAt = useFaultAt();
  const setCount = (name: 'minWords' | 'maxWords') => (count: number | undefined) => {
    const { [name]: _, ...rest } = question;
    onChange({ ...rest, ...(count !== undefined && { [name]: count }) });
  };
  return (
    <>
      {(['minWords', 'maxWords'] as const).map((name) => (
        <CountField
          key={name}
          label={t[name]}
          value={question[name]}
          fault={faultAt(`/${name}`)}
          onCount={setCount(name)}
        />
      ))}
      <RubricFields rubric={question.rubric} onRubric={(rubric) => onChange({ ...question, rubric })} />
    </>
  );
};

/** Kinds of files that can be asked for, as a file field names them. */
const FILE_TYPES = {
  picture: ['image/*'],
  sound: ['audio/*'],
  film: ['video/*'],
  pdf: ['application/pdf'],
  word: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
} as const;
type FileType = keyof typeof FILE_TYPES;

export const FileAnswerFields = ({ question, onChange }: KeyOf<'file-answer'>) => {
  const { questionForm } = useMessages();
  const t = questionForm.files;
  const { mediaTypes } = question;
  const faultAt = useFaultAt();
  const isAsked = (type: FileType) => FILE_TYPES[type].every((each) => mediaTypes.includes(each));
  const ask = (type: FileType, isWanted: boolean): void => {
    const others = mediaTypes.filter((each) => !(FILE_TYPES[type] as readonly string[]).includes(each));
    onChange({ ...question, mediaTypes: isWanted ? [...others, ...FILE_TYPES[type]] : others });
  };
  const fault = mediaTypes.length === 0 ? t.noType : faultAt('/mediaTypes');
  return (
    <>
      <fieldset class="key-part">
        <legend class="field-label">{t.types}</legend>
        {(Object.keys(FILE_TYPES) as FileType[]).map((type) => (
          <Tick key={type} checked={isAsked(type)} onChecked={(isWanted) => ask(type, isWanted)}>
            {t.names[type]}
          </Tick>
        ))}
        {fault && (
          <p class="fault" {...(mediaTypes.length === 0 && { 'data-missing': true, tabIndex: -1 })}>
            {fault}
          </p>
        )}
      </fieldset>
      <TextField
        label={t.most}
        type="number"
        value={String(question.maxFiles)}
        fault={faultAt('/maxFiles')}
        onValue={(text) => onChange({ ...question, maxFiles: Number(text) })}
        required
        input={{ inputMode: 'numeric', min: 1, max: 10 }}
      />
      <RubricFields rubric={question.rubric} onRubric={(rubric) => onChange({ ...question, rubric })} />
    </>
  );
};
