import { useId } from 'preact/hooks';
import { formatFileSize } from '../../format/file-size.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Tick } from '../../ui/tick.tsx';
import { type Details, MAX_TITLE, shownNow } from '../../upload/details.ts';
import { isPicture, type Upload } from '../../upload/upload.ts';
import type { Uploads } from '../../upload/uploads.ts';
import { DetailsFields, LessonField } from './details-fields.tsx';
import { ReopenFile } from './reopen-file.tsx';

type Props = {
  readonly upload: Upload;
  readonly uploads: Uploads;
  readonly common: Details;
  /** The only file has nothing to differ from. */
  readonly isAlone: boolean;
  readonly isTried: boolean;
};

/** What keeps this file from being sent, if it is the file itself. */
const FileTrouble = ({ upload, uploads }: Pick<Props, 'upload' | 'uploads'>) => {
  const { uploading } = useMessages();
  if (upload.bytes === 0)
    return (
      <p class="fault" data-missing tabIndex={-1}>
        {uploading.form.empty}
      </p>
    );
  if (upload.file) return null;
  return (
    <div class="stack-tight" data-missing tabIndex={-1}>
      <p class="fault">{uploading.form.fileMissing}</p>
      <div class="row">
        <ReopenFile upload={upload} uploads={uploads} />
      </div>
    </div>
  );
};

/** A file before it is sent: its title, its lesson, and what it has of its own. */
export const DraftCard = ({ upload, uploads, common, isAlone, isTried }: Props) => {
  const { uploading } = useMessages();
  const t = uploading.form;
  const shown = useStore(language);
  const heading = useId();
  const { id, fileName, bytes, title, lessonNo, own } = upload;
  const details = own ?? common;
  return (
    <li class="card stack upload-draft" aria-labelledby={heading} data-row>
      <div class="row spread">
        <b id={heading} class="upload-name">
          {fileName} <span class="muted number">{formatFileSize(bytes, shown)}</span>
        </b>
        <Button look="quiet" small label={t.removeNamed(fileName)} onClick={() => uploads.drop(id)}>
          {t.remove}
        </Button>
      </div>
      <FileTrouble upload={upload} uploads={uploads} />
      <div class="form-pair">
        <TextField
          label={t.fileTitle}
          value={title}
          onValue={(text) => uploads.edit(id, { title: text })}
          required
          input={{ maxLength: MAX_TITLE }}
        />
        <LessonField
          courseId={details.courseId}
          lessonNo={lessonNo}
          onLesson={(chosen) => uploads.edit(id, { lessonNo: chosen })}
        />
      </div>
      {isPicture(fileName) && (
        <TextField
          label={t.altText}
          hint={t.altTextHint}
          value={upload.altText ?? ''}
          onValue={(text) => uploads.edit(id, { altText: text })}
          required
          input={{ maxLength: 500 }}
        />
      )}
      {!isAlone && (
        <Tick
          checked={own !== undefined}
          onChecked={(differs) =>
            uploads.edit(id, { own: differs ? { ...common, ...shownNow('') } : undefined })
          }
        >
          <span>{t.differs}</span>
        </Tick>
      )}
      {own && (
        <DetailsFields
          details={own}
          onChange={(change) => uploads.edit(id, { own: { ...own, ...change } })}
          isTried={isTried}
        />
      )}
    </li>
  );
};
