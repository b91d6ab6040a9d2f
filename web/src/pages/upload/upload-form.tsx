import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { formatMegabytes } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Form, SelectField, TextField } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Wanted } from '../../upload/use-upload.ts';

/** A file's name as a first title: no ending, no underscores, at most what the service takes. */
const titleFrom = (fileName: string) =>
  fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[_]+/g, ' ')
    .slice(0, 120);

const FileField = ({ file, onFile }: { file: File | undefined; onFile: (file: File) => void }) => {
  const { media: t } = useMessages();
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const [first] = files ?? [];
    if (first) onFile(first);
  };
  return (
    <label
      class={isOver ? 'file file-over' : 'file'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <Icon name="upload" size={40} />
      <b>{t.chooseFile}</b>
      <span class="muted">
        {file ? t.chosen(file.name, formatMegabytes(file.size, language.get())) : t.dropHere}
      </span>
      <input
        class="unseen"
        type="file"
        accept="video/*,audio/*,.mkv,.mov,.mp4,.webm,.ts,.avi"
        onChange={(event) => take(event.currentTarget.files)}
      />
    </label>
  );
};

/** File, title and course of a new recording. */
export const UploadForm = ({ onStart }: { onStart: (file: File, wanted: Wanted) => void }) => {
  const { media: t } = useMessages();
  useStore(language);
  const courses = useResource(() => api.listCourses(), []);
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState('');
  const [courseId, setCourseId] = useState('');
  const choose = (chosen: File): void => {
    setFile(chosen);
    if (title === '') setTitle(titleFrom(chosen.name));
  };
  const choices = [
    { value: '', text: t.noCourse },
    ...(courses.data?.courses ?? []).map((course) => ({ value: course.courseId, text: course.title })),
  ];
  const submit = (): void => {
    if (file) onStart(file, { title: title.trim(), ...(courseId && { courseId }) });
  };
  return (
    <div class="card card-main">
      <Form label={t.newUpload} onSubmit={submit}>
        <FileField file={file} onFile={choose} />
        {file && (
          <>
            <TextField
              label={t.titleLabel}
              value={title}
              onValue={setTitle}
              required
              input={{ maxLength: 120 }}
            />
            <SelectField label={t.courseLabel} value={courseId} choices={choices} onValue={setCourseId} />
            <Button type="submit" full>
              {t.start}
            </Button>
          </>
        )}
      </Form>
    </div>
  );
};
