import './item-media.css';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { formatFileSize } from '../../../format/file-size.ts';
import { language } from '../../../messages/language.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { shelved } from '../../../quiz/file-shelf.ts';
import { FilesFrom } from '../../../quiz/files-of.ts';
import { isFilm, isFreeLine } from '../../../quiz/films.ts';
import { holdFile, loadFile } from '../../../quiz/question-files.ts';
import type { ShownFile } from '../../../quiz/shown-files.ts';
import { useStore } from '../../../state/store.ts';
import { useResource } from '../../../state/use-resource.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';

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

const useFile = ({ fileId }: ShownFile, isWanted = true) => {
  const from = useContext(FilesFrom);
  useEffect(() => (from && isWanted ? holdFile(from, fileId) : undefined), [fileId, isWanted]);
  const load = from && isWanted ? () => loadFile(from, fileId) : undefined;
  const loaded = useResource(load, [fileId, isWanted]);
  return { ...loaded, address: useOwnAddress(loaded.data) };
};

/** A film of an attempt is fetched when it is asked for, unless it is on this device or the line costs nothing. */
const useFilm = (file: ShownFile) => {
  const from = useContext(FilesFrom);
  const ref = from?.kind === 'attempt' ? from.ref : undefined;
  const [isAsked, setAsked] = useState(!ref || isFreeLine());
  const look = ref && (async () => ({ ok: true, body: Boolean(await shelved(ref, file.fileId)) }) as const);
  const isHere = useResource(look, [file.fileId]).data === true;
  const isWanted = isAsked || isHere;
  return { ...useFile(file, isWanted), isWanted, ask: () => setAsked(true) };
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

/** A shape in its place while it is on its way. */
const Coming = () => {
  const { items: t } = useMessages();
  return <span class="media-coming" role="status" aria-label={t.media.coming} />;
};

/** A picture in the room that is kept for it. */
export const ItemPicture = ({ file }: FileProps) => {
  const { address, problem, reload } = useFile(file);
  const { alt, width, height } = file;
  if (problem) return <Missing file={file} onRetry={() => void reload()} />;
  if (!address) return <Coming />;
  return <img class="media" src={address} alt={alt} width={width} height={height} />;
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

const Film = ({ file }: FileProps) => {
  const { items: t } = useMessages();
  const shown = useStore(language);
  const { address, problem, reload, isWanted, ask } = useFilm(file);
  const wasAsked = useRef(false);
  const film = useRef<HTMLVideoElement>(null);
  // Whoever pressed the button, which is gone, stands on the film now, unless they have gone on meanwhile.
  useEffect(() => {
    if (address && wasAsked.current && document.activeElement?.matches('body, main, [tabindex="-1"]'))
      film.current?.focus();
  }, [address]);
  const play = (): void => {
    wasAsked.current = true;
    ask();
  };
  if (problem) return <Missing file={file} onRetry={() => void reload()} />;
  return (
    <>
      {!isWanted && (
        <span class="media-coming media-asked">
          <Button look="quiet" onClick={play}>
            <Icon name="play" />{' '}
            {file.byteLength ? t.media.play(formatFileSize(file.byteLength, shown)) : t.media.playAny}
          </Button>
        </span>
      )}
      {isWanted && !address && <Coming />}
      {address && (
        // biome-ignore lint/a11y/useMediaCaption: what is said stands below it in words
        <video
          ref={film}
          class="media"
          controls
          playsInline
          preload="metadata"
          src={address}
          aria-label={t.media.film}
        />
      )}
      <InWords file={file} />
    </>
  );
};

const Sound = ({ file }: FileProps) => {
  const { items: t } = useMessages();
  const { address, problem, reload } = useFile(file);
  if (problem) return <Missing file={file} onRetry={() => void reload()} />;
  return (
    <>
      {!address && <Coming />}
      {address && (
        // biome-ignore lint/a11y/useMediaCaption: what is said stands below it in words
        <audio class="media" controls preload="metadata" src={address} aria-label={t.media.sound} />
      )}
      <InWords file={file} />
    </>
  );
};

/** A picture, a sound or a film of a question, with the browser's own controls. */
const ItemMedia = ({ file }: FileProps) => {
  if (file.mediaType.startsWith('image/')) return <ItemPicture file={file} />;
  return isFilm(file.mediaType) ? <Film file={file} /> : <Sound file={file} />;
};
export default ItemMedia;
