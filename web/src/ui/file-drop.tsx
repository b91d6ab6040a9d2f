import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

type Props = {
  readonly label: string;
  /** The file that was chosen, or what else can be done than choosing. */
  readonly said: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
};

/** One file, chosen or dropped. */
export const FileDrop = ({ label, said, accept, onFile }: Props) => {
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
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
      <b>{label}</b>
      <span class="muted">{said}</span>
      <input
        class="unseen"
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // The same file, mended and chosen again, is news only to an empty input.
          currentTarget.value = '';
        }}
      />
    </label>
  );
};
