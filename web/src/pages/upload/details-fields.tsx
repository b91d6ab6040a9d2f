import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { LaterTicks } from '../../competences/later-ticks.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import {
  type Details,
  type Fault,
  faultsOf,
  LANGUAGES,
  LICENCES,
  OTHER_LICENCE,
} from '../../upload/details.ts';
import { PeopleFields } from './people-fields.tsx';

export type DetailsProps = {
  readonly details: Details;
  readonly onChange: (change: Partial<Details>) => void;
  /** Whether somebody has tried to send: from then on what is missing is said beside its field. */
  readonly isTried: boolean;
};

/** The sentence of a fault, once somebody has tried to send. */
const useFaults = ({ details, isTried }: DetailsProps) => {
  const { uploading } = useMessages();
  const faults = isTried ? faultsOf(details) : [];
  return (fault: Fault): string | undefined =>
    faults.includes(fault) ? uploading.details.faults[fault] : undefined;
};

const LicenceFields = (props: DetailsProps) => {
  const { details, onChange } = props;
  const { uploading } = useMessages();
  const t = uploading.details;
  const faultOf = useFaults(props);
  const { licence, otherLicence, source } = details;
  const choices = [...LICENCES, OTHER_LICENCE] as const;
  return (
    <>
      <SelectField
        label={t.licence}
        value={licence}
        choices={[
          { value: '', text: t.chooseLicence },
          ...choices.map((value) => ({ value, text: t.licences[value] })),
        ]}
        fault={licence === OTHER_LICENCE ? undefined : faultOf('licence')}
        onValue={(chosen) => onChange({ licence: chosen })}
      />
      {licence === OTHER_LICENCE && (
        <TextField
          label={t.otherLicence}
          value={otherLicence}
          fault={faultOf('licence')}
          onValue={(text) => onChange({ otherLicence: text })}
          input={{ maxLength: 100 }}
        />
      )}
      <TextField
        label={t.source}
        hint={t.sourceHint}
        value={source}
        fault={faultOf('source')}
        onValue={(text) => onChange({ source: text })}
        input={{ maxLength: 300 }}
      />
    </>
  );
};

const CourseField = ({ details, onChange }: DetailsProps) => {
  const { media: t } = useMessages();
  const courses = useResource(() => api.listCourses(), []);
  const choices = (courses.data?.courses ?? []).map((one) => ({ value: one.courseId, text: one.title }));
  return (
    <SelectField
      label={t.courseLabel}
      value={details.courseId}
      choices={[{ value: '', text: t.noCourse }, ...choices]}
      onValue={(courseId) => onChange({ courseId })}
    />
  );
};

const CompetenceFields = (props: DetailsProps) => {
  const { details, onChange } = props;
  const { uploading } = useMessages();
  const t = uploading.details;
  const fault = useFaults(props)('codes');
  const count = details.competenceCodes.length;
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t.competences}
        {count > 0 && ` (${t.chosen(count)})`}
      </summary>
      {isOpen && (
        <fieldset class="stack-tight">
          <legend class="unseen">{t.competences}</legend>
          <p class="muted">{t.competencesHint}</p>
          {fault && (
            <p class="fault" role="alert">
              {fault}
            </p>
          )}
          <LaterTicks
            chosen={details.competenceCodes}
            onChange={(competenceCodes) => onChange({ competenceCodes })}
            chosenWords={t.chosen}
          />
        </fieldset>
      )}
    </details>
  );
};

/** What is said of a file, or of all files that have nothing of their own. */
export const DetailsFields = (props: DetailsProps) => {
  const { details, onChange } = props;
  const { uploading } = useMessages();
  const t = uploading.details;
  const languages = LANGUAGES.map((value) => ({ value, text: t.languages[value] }));
  return (
    <div class="stack">
      <div class="form-pair">
        <LicenceFields {...props} />
        <SelectField
          label={t.language}
          value={details.language}
          choices={languages}
          onValue={(language) => onChange({ language })}
        />
        <CourseField {...props} />
      </div>
      <PeopleFields {...props} faultOf={useFaults(props)} />
      <CompetenceFields {...props} />
    </div>
  );
};

type LessonProps = {
  readonly courseId: string;
  readonly lessonNo: string;
  readonly onLesson: (lessonNo: string) => void;
};

/** The lesson of its course that one file is for; nothing without a course that has lessons. */
export const LessonField = ({ courseId, lessonNo, onLesson }: LessonProps) => {
  const { media: t } = useMessages();
  const course = useResource(courseId ? () => api.getCourse({ params: { courseId } }) : undefined, [
    courseId,
  ]);
  const [first] = useState(courseId);
  useEffect(() => {
    // A lesson of another course says nothing.
    if (courseId !== first) onLesson('');
  }, [courseId]);
  const lessons = course.data?.lessons ?? [];
  if (lessons.length === 0) return null;
  return (
    <SelectField
      label={t.lessonLabel}
      value={lessonNo}
      choices={[
        { value: '', text: t.wholeCourse },
        ...lessons.map((one) => ({
          value: String(one.lessonNo),
          text: t.lessonChoice(one.lessonNo, one.title),
        })),
      ]}
      onValue={onLesson}
    />
  );
};
