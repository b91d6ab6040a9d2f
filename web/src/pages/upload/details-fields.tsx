import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { LaterTicks } from '../../competences/later-ticks.tsx';
import { LanguageField, LicenceFields } from '../../materials/said-fields.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { type Details, type Fault, faultsOf } from '../../upload/details.ts';
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

const OriginFields = (props: DetailsProps) => {
  const { details, onChange } = props;
  const { names, uploading } = useMessages();
  const faultOf = useFaults(props);
  return (
    <>
      <LicenceFields said={details} fault={faultOf('licence')} onChange={onChange} />
      <TextField
        label={names.source}
        hint={uploading.details.sourceHint}
        value={details.source}
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
  const { names, uploading } = useMessages();
  const t = uploading.details;
  const fault = useFaults(props)('codes');
  const count = details.competenceCodes.length;
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      open={isOpen || fault !== undefined}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {names.competences}
        {count > 0 && ` (${t.chosen(count)})`}
      </summary>
      {isOpen && (
        <fieldset class="stack-tight">
          <legend class="unseen">{names.competences}</legend>
          <p class="muted">{t.competencesHint}</p>
          {fault && (
            <p class="fault" role="alert" data-missing tabIndex={-1}>
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
  return (
    <div class="stack">
      <div class="form-pair">
        <OriginFields {...props} />
        <LanguageField value={details.language} onValue={(language) => onChange({ language })} />
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
