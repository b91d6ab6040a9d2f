import { useState } from 'preact/hooks';
import { fold } from '../../../shared/text/vietnamese.ts';
import { fetchMedia } from '../media-pass/fetch-media.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { saveFile } from '../ui/save-file.ts';

type Props = {
  readonly path: string;
  readonly title: string;
  /** How the name of the file ends, without the dot. */
  readonly ending: string;
  /** On the button, with the size in it. */
  readonly label: string;
  readonly saving: string;
  readonly notSaved: string;
};

/** "Tờ hướng dẫn", "pdf" → to-huong-dan.pdf: every system can save it. */
const fileNameOf = (title: string, ending: string): string =>
  `${fold(title).replace(/[^a-z0-9]+/g, '-')}.${ending}`;

/**
 * Saves a file of a material. It is fetched here rather than by a link, which would save the refusal of a pass that has
 * ended.
 */
export const SaveMedia = ({ path, title, ending, label, saving, notSaved }: Props) => {
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const save = async (): Promise<void> => {
    setState('busy');
    try {
      const answer = await fetchMedia(path);
      if (!answer.ok) return setState('failed');
      saveFile(await answer.blob(), fileNameOf(title, ending));
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button look="quiet" small busy={state === 'busy'} busyLabel={saving} onClick={() => void save()}>
        <Icon name="download" size={20} />
        {label}
      </Button>
      {state === 'failed' && (
        <Notice tone="bad">
          <p>{notSaved}</p>
        </Notice>
      )}
    </>
  );
};
