import './file-answer.css';
import { useContext, useState } from 'preact/hooks';
import { formatFileSize } from '../../../format/file-size.ts';
import { language } from '../../../messages/language.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { type FileFault, takeChosen } from '../../../quiz/chosen-file.ts';
import type { Ref } from '../../../quiz/entries.ts';
import { refusedFiles, sendingFiles } from '../../../quiz/file-sending.ts';
import { shelved } from '../../../quiz/file-shelf.ts';
import { FilesFrom } from '../../../quiz/files-of.ts';
import type { ResponseOf, SeenOf } from '../../../quiz/full-answer.ts';
import { useStore } from '../../../state/store.ts';
import { useResource } from '../../../state/use-resource.ts';
import { Button } from '../../../ui/button.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { type AnswerProps, givenTo } from './answer-props.ts';
import { Criteria } from './criteria.tsx';
import { useOwnAddress } from './item-media.tsx';

type Handed = ResponseOf<'file-answer'>['files'][number];

const kindsOf = ({ mediaTypes }: SeenOf<'file-answer'>, kinds: Readonly<Record<string, string>>): string => {
  const named = mediaTypes.map((type) => {
    const [family = ''] = type.split('/', 1);
    return kinds[type] ?? kinds[family] ?? type;
  });
  return [...new Set(named)].join(', ');
};

/** The picture itself, where this device has it. */
const Thumbnail = ({ file: { fileId, mediaType }, of }: { file: Handed; of: Ref | undefined }) => {
  const kept = useResource(
    of && mediaType.startsWith('image/')
      ? async () => ({ ok: true as const, body: { file: await shelved(of, fileId) } })
      : undefined,
    [fileId],
  );
  const address = useOwnAddress(kept.data?.file);
  return (
    <span class="handed-look" aria-hidden="true">
      {address ? <img src={address} alt="" /> : <Icon name="upload" size={28} />}
    </span>
  );
};

type RowProps = { readonly file: Handed; readonly of: Ref | undefined; readonly onRemove: () => void };

const HandedRow = ({ file, of, onRemove }: RowProps) => {
  const { items } = useMessages();
  const t = items.files;
  const shown = useStore(language);
  const sent = useStore(sendingFiles)[file.fileId];
  return (
    <li class="handed" data-row>
      <Thumbnail {...{ file, of }} />
      <span>
        <span class="handed-name">{file.name}</span>
        <span class="muted small"> {formatFileSize(file.bytes, shown)}</span>
        {sent !== undefined && (
          <label class="handed-progress small">
            {t.sending}
            <progress max={file.bytes} value={sent} />
          </label>
        )}
      </span>
      <Button look="quiet" small onClick={onRemove} label={t.removeNamed(file.name)}>
        {t.remove}
      </Button>
    </li>
  );
};

type ChooseProps = {
  readonly item: SeenOf<'file-answer'>;
  readonly of: Ref | undefined;
  readonly onTaken: (file: Handed) => void;
};

const Choose = ({ item, of, onTaken }: ChooseProps) => {
  const { items } = useMessages();
  const t = items.files;
  const shown = useStore(language);
  const [fault, setFault] = useState<FileFault>();
  const [isBusy, setBusy] = useState(false);
  const kinds = kindsOf(item, t.kinds);
  const size = formatFileSize(item.maxBytes, shown);
  const choose = async (file: File): Promise<void> => {
    setBusy(true);
    const taken = await takeChosen(file, item, of);
    setBusy(false);
    setFault(typeof taken === 'string' ? taken : undefined);
    if (typeof taken !== 'string') onTaken(taken);
  };
  return (
    <>
      <FileDrop
        label={t.choose}
        said={isBusy ? t.looking : t.may(kinds, size)}
        accept={item.mediaTypes.join(',')}
        onFile={(file) => void choose(file)}
      />
      {fault && (
        <Notice tone="bad">
          <p>{{ type: t.wrongType(kinds), size: t.tooLarge(size), room: t.noRoom }[fault]}</p>
        </Notice>
      )}
    </>
  );
};

/** Files as an answer: kept on the device as soon as they are chosen, and sent by themselves. */
const FileAnswer = ({ item, response, onAnswer }: AnswerProps<'file-answer'>) => {
  const { items } = useMessages();
  const t = items.files;
  const from = useContext(FilesFrom);
  const of = from?.kind === 'attempt' ? from.ref : undefined;
  const isRefused = useStore(refusedFiles).has(item.itemId);
  const files = givenTo('file-answer', response)?.files ?? [];
  const answer = (next: Handed[]): void => onAnswer({ kind: 'file-answer', files: next });
  const without = (gone: Handed): Handed[] => files.filter(({ fileId }) => fileId !== gone.fileId);
  return (
    <div class="stack">
      <Criteria criteria={item.criteria} />
      {files.length > 0 && (
        <ul class="stack-tight" aria-label={t.chosen}>
          {files.map((file) => (
            <HandedRow key={file.fileId} {...{ file, of }} onRemove={() => answer(without(file))} />
          ))}
        </ul>
      )}
      {files.length < item.maxFiles ? (
        <Choose {...{ item, of }} onTaken={(file) => answer([...without(file), file])} />
      ) : (
        <p class="muted">{t.full(item.maxFiles)}</p>
      )}
      {isRefused && files.length === 0 && (
        <Notice tone="bad">
          <p>{t.refused}</p>
        </Notice>
      )}
    </div>
  );
};
export default FileAnswer;
