import { useState } from 'preact/hooks';
import { formatFileSize } from '../../format/file-size.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { FilesOf } from '../../quiz/files-of.ts';
import type { ResponseOf } from '../../quiz/full-answer.ts';
import { loadFile } from '../../quiz/question-files.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useOwnAddress } from '../quiz/kinds/item-media.tsx';

type Handed = ResponseOf<'file-answer'>['files'][number];

/** Pictures that every browser draws; a picture runs nothing, whatever is in it. Everything else is only ever saved. */
const DRAWN = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'audio/mpeg': 'mp3',
};
const endingOf = (type: string): string => ENDINGS[type] ?? type.split('/')[1] ?? 'bin';

type Props = { readonly file: Handed; readonly from: FilesOf };

const HandedFile = ({ file, from }: Props) => {
  const { marks } = useMessages();
  const t = marks.marking;
  const shown = useStore(language);
  const { run, busy, problem } = useAction();
  const [picture, setPicture] = useState<Blob>();
  const address = useOwnAddress(picture);
  const { fileId, mediaType, name, bytes } = file;
  const isDrawn = DRAWN.includes(mediaType);
  const open = async (): Promise<void> => {
    const loaded = await run([fileId], () => loadFile(from, fileId));
    if (!loaded) return;
    const typed = new Blob([loaded], { type: mediaType });
    if (isDrawn) setPicture(typed);
    else saveFile(typed, `bai-lam-${name}.${endingOf(mediaType)}`);
  };
  return (
    <li class="stack-tight">
      <p class="row">
        <b>{t.fileNo(name)}</b> <span class="muted">{formatFileSize(bytes, shown)}</span>
      </p>
      {address && <img class="handed-picture" src={address} alt={t.fileNo(name)} />}
      {!address && (
        <div>
          <Button look="quiet" small busy={busy} busyLabel={t.openingFile} onClick={() => void open()}>
            {isDrawn ? t.showFile : t.saveFile}
          </Button>
        </div>
      )}
      <Refusal problem={problem} />
    </li>
  );
};

/** Files that were handed in as an answer: pictures are drawn when asked for, everything else is saved to the device. */
export const HandedFiles = ({ files, from }: { files: readonly Handed[]; from: FilesOf }) => {
  const { marks } = useMessages();
  return (
    <>
      <p>{marks.marking.files(files.length)}</p>
      <ol class="stack-tight">
        {files.map((file) => (
          <HandedFile key={file.fileId} {...{ file, from }} />
        ))}
      </ol>
      <p class="muted small">{marks.marking.careful}</p>
    </>
  );
};
