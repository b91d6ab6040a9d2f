import { useId, useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Handle } from '../../upload/kept-handles.ts';
import type { Chosen } from '../../upload/uploads.ts';

/** What the service looks into; what a browser says of a file's kind is not always there. */
const KINDS =
  'video/*,audio/*,image/*,application/pdf,application/zip,.mkv,.mov,.mp4,.webm,.ts,.avi,.m4a,.heic,.pdf,.zip';

type Picked = Handle & { readonly kind: 'file' | 'directory' };
type Picker = (options: { readonly multiple: boolean }) => Promise<readonly Picked[]>;

/** The browser's own way to choose files that can be opened again later; only some have one. */
const picker = (): Picker | undefined =>
  (globalThis as { showOpenFilePicker?: Picker }).showOpenFilePicker?.bind(globalThis);

const opened = async (handles: readonly Picked[]): Promise<readonly Chosen[]> =>
  Promise.all(
    handles
      .filter(({ kind }) => kind === 'file')
      .map(async (handle) => ({ file: await handle.getFile(), handle })),
  );

/** The dropped files; handles have to be asked for before the event is over. */
const dropped = async (data: DataTransfer): Promise<readonly Chosen[]> => {
  type Item = DataTransferItem & { readonly getAsFileSystemHandle?: () => Promise<Picked | null> };
  const items = [...data.items] as Item[];
  const files = [...data.files];
  if (!items.every(({ getAsFileSystemHandle }) => getAsFileSystemHandle))
    return files.map((file) => ({ file }));
  const handles = await Promise.all(items.map((item) => item.getAsFileSystemHandle?.()));
  return opened(handles.filter((handle) => handle !== null && handle !== undefined));
};

type PickProps = {
  readonly id: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly Chosen[]) => void;
};

/** An unseen input within a label: it works everywhere, and gives way to the browser's better picker where there is one. */
export const FileInput = ({ id, multiple = false, onFiles }: PickProps) => (
  <input
    id={id}
    class="unseen"
    type="file"
    multiple={multiple}
    accept={KINDS}
    onClick={(event) => {
      const pick = picker();
      if (!pick) return;
      event.preventDefault();
      // Closed without a choice.
      pick({ multiple })
        .then(opened)
        .then(onFiles, () => undefined);
    }}
    onChange={({ currentTarget }) => {
      onFiles([...(currentTarget.files ?? [])].map((file) => ({ file })));
      // The same file, mended and chosen again, is news only to an empty input.
      currentTarget.value = '';
    }}
  />
);

type ZoneProps = Pick<PickProps, 'onFiles'> & { readonly isMore: boolean };

/** Many files, chosen or dropped. */
export const FileZone = ({ isMore, onFiles }: ZoneProps) => {
  const id = useId();
  const { uploading } = useMessages();
  const t = uploading.drop;
  const [isOver, setOver] = useState(false);
  const [isNothing, setNothing] = useState(false);
  const take = (files: readonly Chosen[]): void => {
    setNothing(files.length === 0);
    onFiles(files);
  };
  return (
    <label
      for={id}
      class={`file${isOver ? ' file-over' : ''}${isMore ? ' file-slim' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) dropped(event.dataTransfer).then(take, () => setNothing(true));
      }}
    >
      <Icon name="upload" size={isMore ? 28 : 40} />
      <b>{isMore ? t.chooseMore : t.choose}</b>
      <span class="muted">{t.here}</span>
      {!isMore && <small class="muted">{t.kinds}</small>}
      {isNothing && (
        <span class="fault" role="alert">
          {t.nothing}
        </span>
      )}
      <FileInput id={id} multiple onFiles={take} />
    </label>
  );
};
