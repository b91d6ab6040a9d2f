import { useState } from 'preact/hooks';
import { fold } from '../../../shared/text/vietnamese.ts';
import { formatMegabytes } from '../format/numbers.ts';
import { fetchMedia } from '../media-pass/fetch-media.ts';
import { language } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useStore } from '../state/store.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import type { ShownDocument } from './addresses.ts';

type Props = Pick<ShownDocument, 'original'> & { readonly title: string };

/** "Tờ hướng dẫn" → to-huong-dan.pdf: every system can save it. */
const fileNameOf = (title: string): string => `${fold(title).replace(/[^a-z0-9]+/g, '-')}.pdf`;

/**
 * Saves the file as it was sent, its size told first. It is fetched here rather than by a link, which would save the
 * refusal of a pass that has ended.
 */
export const SaveOriginal = ({ title, original }: Props) => {
  const { materials: t } = useMessages();
  const shown = useStore(language);
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const save = async (): Promise<void> => {
    setState('busy');
    try {
      const answer = await fetchMedia(original.path);
      if (!answer.ok) return setState('failed');
      saveFile(await answer.blob(), fileNameOf(title));
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button look="quiet" small busy={state === 'busy'} busyLabel={t.saving} onClick={() => void save()}>
        <Icon name="download" size={20} />
        {t.original(formatMegabytes(original.bytes, shown))}
      </Button>
      {state === 'failed' && (
        <Notice tone="bad">
          <p>{t.notSaved}</p>
        </Notice>
      )}
    </>
  );
};
