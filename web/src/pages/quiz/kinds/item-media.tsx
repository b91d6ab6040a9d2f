import './item-media.css';
import { useContext, useEffect, useState } from 'preact/hooks';
import { useMessages } from '../../../messages/use-messages.ts';
import { FilesFrom } from '../../../quiz/files-of.ts';
import { loadFile } from '../../../quiz/question-files.ts';
import type { ShownFile } from '../../../quiz/shown-files.ts';
import { useResource } from '../../../state/use-resource.ts';
import { Button } from '../../../ui/button.tsx';

/** An address of the page's own for a file that it holds, let go with the component. */
export const useOwnAddress = (file: Blob | undefined): string | undefined => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file) return undefined;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => {
      setAddress(undefined);
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return address;
};

type FileProps = { readonly file: ShownFile };

const useFile = ({ fileId }: ShownFile) => {
  const from = useContext(FilesFrom);
  const loaded = useResource(from && (() => loadFile(from, fileId)), [fileId]);
  return { ...loaded, address: useOwnAddress(loaded.data) };
};

/** Says what there would be to see or hear, and tries again, by itself too when the network is back. */
const Missing = ({ file, onRetry }: FileProps & { onRetry: () => void }) => {
  const { items: t } = useMessages();
  return (
    <span class="media-missing" role="status">
      <span>{t.media.missing(file.alt)}</span>
      <Button look="quiet" small onClick={onRetry}>
        {t.media.retry}
      </Button>
    </span>
  );
};

/** A picture in the room that is kept for it. */
export const ItemPicture = ({ file }: FileProps) => {
  const { address, problem, reload } = useFile(file);
  const { alt, width, height } = file;
  if (problem) return <Missing file={file} onRetry={() => void reload()} />;
  return address && <img class="media" src={address} alt={alt} width={width} height={height} />;
};

/** What is said or shown, in words, for whom cannot hear or see it. */
const InWords = ({ file: { alt } }: FileProps) => {
  const { items: t } = useMessages();
  return (
    <details class="media-words">
      <summary>{t.media.inWords}</summary>
      <p>{alt}</p>
    </details>
  );
};

const Playable = ({ file }: FileProps) => {
  const { items: t } = useMessages();
  const { address, problem, reload } = useFile(file);
  if (problem) return <Missing file={file} onRetry={() => void reload()} />;
  const isFilm = file.mediaType.startsWith('video/');
  return (
    <>
      {!address && <span class="media-coming" role="status" aria-label={t.media.coming} />}
      {address && isFilm && (
        // biome-ignore lint/a11y/useMediaCaption: what is said stands below it in words
        <video
          class="media"
          controls
          playsInline
          preload="metadata"
          src={address}
          aria-label={t.media.film}
        />
      )}
      {address && !isFilm && (
        // biome-ignore lint/a11y/useMediaCaption: what is said stands below it in words
        <audio class="media" controls preload="metadata" src={address} aria-label={t.media.sound} />
      )}
      <InWords file={file} />
    </>
  );
};

/** A picture, a sound or a film of a question, with the browser's own controls. */
const ItemMedia = ({ file }: FileProps) =>
  file.mediaType.startsWith('image/') ? <ItemPicture file={file} /> : <Playable file={file} />;
export default ItemMedia;
