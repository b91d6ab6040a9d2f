import { useId } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import type { Upload } from '../../upload/upload.ts';
import type { Uploads } from '../../upload/uploads.ts';
import { FileInput } from './file-zone.tsx';

/** Gives an upload its file again after the tab was closed: by one press where the browser knows the way, or chosen anew. */
export const ReopenFile = ({ upload, uploads }: { upload: Upload; uploads: Uploads }) => {
  const { uploading } = useMessages();
  const t = uploading.actions;
  const inputId = useId();
  const { id, phase, title, isWrongFile } = upload;
  if (phase === 'allow')
    return (
      <Button small label={t.named(t.goOn, title)} onClick={() => void uploads.allow(id)}>
        {t.goOn}
      </Button>
    );
  return (
    <>
      <label for={inputId} class="btn btn-small file-button">
        {t.chooseAgain}
        <span class="unseen"> {title}</span>
        <FileInput id={inputId} onFiles={([first]) => first && void uploads.giveFile(id, first)} />
      </label>
      {isWrongFile && (
        <p class="fault" role="alert">
          {uploading.wrongFile}
        </p>
      )}
    </>
  );
};
