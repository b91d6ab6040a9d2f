import { useRef } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { useLatest } from '../../state/use-latest.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { sendFile } from '../authoring/send-item-file.ts';

export type Media = NonNullable<BodyOf<'getBankItem'>['question']['media']>[number];

const ALL = 'image/png,image/jpeg,image/webp,image/gif,audio/*,video/mp4,video/webm';
const PICTURES = 'image/png,image/jpeg,image/webp,image/gif';

type Props = {
  readonly courseId: string;
  readonly label: string;
  /** For a part that can only be a picture. */
  readonly isPicture?: boolean;
  readonly onMedia: (media: Media) => void;
};

/** A picture, a sound or a film, chosen or dropped, sent to the bank and known there from then on. */
export const AddMedia = ({ courseId, label, isPicture, onMedia }: Props) => {
  const { questionForm } = useMessages();
  const t = questionForm.media;
  const { run, busy, problem } = useAction();
  const latest = useLatest(onMedia);
  const queue = useRef(Promise.resolve());
  const take = async (file: File): Promise<void> => {
    const added = await run([file.name, file.size, file.lastModified], async () => {
      const sent = await sendFile(courseId, file);
      return sent.ok ? api.addItemFile({ params: { courseId }, body: { fileId: sent.fileId } }) : sent;
    });
    if (added) latest.current?.({ ...added, alt: '' });
  };
  // One after the other: a second file that is chosen while the first is on its way waits for its turn.
  const takeNext = (file: File): void => {
    queue.current = queue.current.then(() => take(file));
  };
  return (
    <>
      <FileDrop
        label={label}
        said={busy ? t.sending : t.drop}
        accept={isPicture ? PICTURES : ALL}
        onFile={takeNext}
      />
      <Refusal problem={problem} />
    </>
  );
};
