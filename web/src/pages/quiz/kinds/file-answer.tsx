import './file-answer.css';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatFileSize } from '../../../format/file-size.ts';
import { language } from '../../../messages/language.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import type { Entry } from '../../../quiz/answer-sheet.ts';
import { type FileFault, takeChosen } from '../../../quiz/chosen-file.ts';
import { keyOf, type Ref, readEntry } from '../../../quiz/entries.ts';
import { sendingFiles } from '../../../quiz/file-sending.ts';
import { shelved } from '../../../quiz/file-shelf.ts';
import { FilesFrom } from '../../../quiz/files-of.ts';
import type { ResponseOf, SeenOf } from '../../../quiz/full-answer.ts';
import { keeping } from '../../../quiz/keeping.ts';
import { forgetRefused, refusedOf } from '../../../quiz/refused-files.ts';
import { useKept } from '../../../quiz/use-kept.ts';
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
      {address ? <img src={address} alt="" /> : <Icon name="report" size={28} />}
    </span>
  );
};

type RowProps = {
  readonly file: Handed;
  readonly of: Ref | undefined;
  /** Tells files of one name apart: some cameras give every photo the same. */
  readonly no: number | undefined;
  readonly onRemove: () => void;
};

const HandedRow = ({ file, of, no, onRemove }: RowProps) => {
  const { items } = useMessages();
  const t = items.files;
  const shown = useStore(language);
  const sent = useStore(sendingFiles)[file.fileId];
  const name = no === undefined ? file.name : t.numbered(file.name, no);
  return (
    <li class="handed" data-row>
      <Thumbnail {...{ file, of }} />
      <span>
        <span class="handed-name">{name}</span>
        <span class="muted small"> {formatFileSize(file.bytes, shown)}</span>
        {sent !== undefined && (
          <label class="handed-progress small">
            {t.sending}
            <progress max={file.bytes} value={sent} />
          </label>
        )}
      </span>
      <Button look="quiet" small onClick={onRemove} label={t.removeNamed(name)}>
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
  const [looking, setLooking] = useState(0);
  const kinds = kindsOf(item, t.kinds);
  const size = formatFileSize(item.maxBytes, shown);
  const choose = async (file: File): Promise<void> => {
    setLooking((before) => before + 1);
    const taken = await takeChosen(file, item, of);
    setLooking((before) => before - 1);
    setFault(typeof taken === 'string' ? taken : undefined);
    if (typeof taken !== 'string') onTaken(taken);
  };
  const faults = {
    type: t.wrongType(kinds),
    size: t.tooLarge(size),
    room: t.noRoom,
    unreadable: t.unreadable,
  };
  return (
    <>
      <FileDrop
        label={item.mediaTypes.some((type) => type.startsWith('image/')) ? t.choose : t.chooseFile}
        said={looking > 0 ? t.looking : t.may(kinds, size)}
        accept={item.mediaTypes.join(',')}
        onFile={(file) => void choose(file)}
      />
      {fault && (
        <Notice tone="bad">
          <p>{faults[fault]}</p>
        </Notice>
      )}
    </>
  );
};

type RefusedProps = { readonly of: Ref; readonly itemId: string };

/** Files that could not be handed over, until another is chosen or the person has seen it. */
const Refused = ({ of, itemId }: RefusedProps) => {
  const { items } = useMessages();
  const t = items.files;
  const refused = useKept(() => refusedOf(keeping, of, itemId));
  if (refused.length === 0) return null;
  return (
    <Notice tone="bad">
      {refused.map(({ fileId, name, why }) => (
        <p key={fileId}>{t.notHandedOver[why](name)}</p>
      ))}
      <p>{t.chooseAgain}</p>
      <Button look="quiet" small onClick={() => forgetRefused(keeping, of, itemId)}>
        {t.seen}
      </Button>
    </Notice>
  );
};

/** What the answer holds now: looking at a photo takes seconds, in which another may be chosen or one taken away. */
const filesNow = (of: Ref | undefined, itemId: string): Handed[] | undefined =>
  of && givenTo('file-answer', readEntry<Entry>(keeping, keyOf.answer(of, itemId))?.response)?.files;

/** Files as an answer: kept on the device as soon as they are chosen, and sent by themselves. */
const FileAnswer = ({ item, response, onAnswer }: AnswerProps<'file-answer'>) => {
  const { items } = useMessages();
  const t = items.files;
  const { itemId, maxFiles } = item;
  const from = useContext(FilesFrom);
  const of = from?.kind === 'attempt' ? from.ref : undefined;
  const list = useRef<HTMLUListElement>(null);
  const files = givenTo('file-answer', response)?.files ?? [];
  const latest = useRef(files);
  latest.current = files;
  const without = (gone: Handed): Handed[] =>
    (of ? (filesNow(of, itemId) ?? []) : latest.current).filter(({ fileId }) => fileId !== gone.fileId);
  const answer = (next: Handed[]): void => {
    latest.current = next;
    onAnswer({ kind: 'file-answer', files: next });
  };
  const add = (file: Handed): void => {
    const others = without(file);
    if (others.length >= maxFiles) return;
    if (of) forgetRefused(keeping, of, itemId);
    answer([...others, file]);
  };
  const isFull = files.length >= maxFiles;
  // Where the last file was chosen stands a sentence now: the focus goes to the file.
  useLayoutEffect(() => {
    if (isFull && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>('li:last-child button')?.focus();
  }, [isFull]);
  return (
    <div class="stack">
      <Criteria criteria={item.criteria} />
      {files.length > 0 && (
        <ul class="stack-tight" aria-label={t.chosen} ref={list}>
          {files.map((file, at) => (
            <HandedRow
              key={file.fileId}
              {...{ file, of }}
              no={files.some((other) => other !== file && other.name === file.name) ? at + 1 : undefined}
              onRemove={() => answer(without(file))}
            />
          ))}
        </ul>
      )}
      {isFull ? <p class="muted">{t.full(maxFiles)}</p> : <Choose {...{ item, of }} onTaken={add} />}
      {of && <Refused {...{ of, itemId }} />}
    </div>
  );
};
export default FileAnswer;
