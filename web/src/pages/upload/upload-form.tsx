import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { formatMegabytes } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { beginUnfinished } from '../../state/unfinished.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Form } from '../../ui/form.tsx';
import type { Wanted } from '../../upload/uploading.ts';

/** A file's name as a first title: no ending, no underscores, at most what the service takes. */
const titleFrom = (fileName: string) =>
  fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[_]+/g, ' ')
    .slice(0, 120);

type PlaceProps = { readonly place: Place; readonly onPlace: (place: Place) => void };
type Place = { readonly courseId: string; readonly lessonNo: string };

/** The course that a recording is for, and one of its lessons when it is for that alone. */
const PlaceFields = ({ place: { courseId, lessonNo }, onPlace }: PlaceProps) => {
  const { media: t } = useMessages();
  const courses = useResource(() => api.listCourses(), []);
  const course = useResource(courseId ? () => api.getCourse({ params: { courseId } }) : undefined, [
    courseId,
  ]);
  const choices = (courses.data?.courses ?? []).map((one) => ({ value: one.courseId, text: one.title }));
  const lessons = (course.data?.lessons ?? []).map((one) => ({
    value: String(one.lessonNo),
    text: t.lessonChoice(one.lessonNo, one.title),
  }));
  return (
    <>
      <SelectField
        label={t.courseLabel}
        value={courseId}
        choices={[{ value: '', text: t.noCourse }, ...choices]}
        onValue={(chosen) => onPlace({ courseId: chosen, lessonNo: '' })}
      />
      {lessons.length > 0 && (
        <SelectField
          label={t.lessonLabel}
          value={lessonNo}
          choices={[{ value: '', text: t.wholeCourse }, ...lessons]}
          onValue={(chosen) => onPlace({ courseId, lessonNo: chosen })}
        />
      )}
    </>
  );
};

/** File, title and place of a new recording. */
export const UploadForm = ({ onStart }: { onStart: (file: File, wanted: Wanted) => void }) => {
  const { media: t } = useMessages();
  useStore(language);
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState('');
  const [place, setPlace] = useState<Place>({ courseId: '', lessonNo: '' });
  const hasFile = file !== undefined;
  useEffect(() => (hasFile ? beginUnfinished() : undefined), [hasFile]);
  const choose = (chosen: File): void => {
    setFile(chosen);
    if (title === '') setTitle(titleFrom(chosen.name));
  };
  const submit = (): void => {
    const { courseId, lessonNo } = place;
    if (!file) return;
    onStart(file, {
      title: title.trim(),
      ...(courseId && { courseId }),
      ...(lessonNo && { lessonNo: Number(lessonNo) }),
    });
  };
  return (
    <div class="card card-main">
      <Form label={t.newUpload} onSubmit={submit}>
        <FileDrop
          label={t.chooseFile}
          said={file ? t.chosen(file.name, formatMegabytes(file.size, language.get())) : t.dropHere}
          accept="video/*,audio/*,.mkv,.mov,.mp4,.webm,.ts,.avi"
          onFile={choose}
        />
        {file && (
          <>
            <TextField
              label={t.titleLabel}
              value={title}
              onValue={setTitle}
              required
              input={{ maxLength: 120 }}
            />
            <PlaceFields place={place} onPlace={setPlace} />
            <Button type="submit" full>
              {t.start}
            </Button>
          </>
        )}
      </Form>
    </div>
  );
};
