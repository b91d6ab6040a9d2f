import type { ComponentChildren } from 'preact';
import { bringWords, type Messages } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { downloads } from '../messages/vi/downloads.ts';
import { useOnline } from '../state/use-online.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Bar } from '../ui/stairs.tsx';
import { pauseDownload, removeDownload, resumeDownload } from './actions.ts';
import { type Download, percentOf } from './download.ts';
import { useSaidSize } from './use-said-size.ts';

bringWords({ downloads });

const sentenceOf = ({ state }: Download, online: boolean, { downloads: t }: Messages): string | undefined => {
  if (state === 'ready' || state === 'withdrawn') return undefined;
  if (state !== 'running') return t[state];
  return online ? undefined : t.waiting;
};

/** What was taken back is told until it is read: otherwise it would only be missing. */
const Loss = ({ state, isLess }: Download) => {
  const { downloads: t } = useMessages();
  if (!isLess) return null;
  return (
    <Notice>
      <p>{state === 'withdrawn' ? t.withdrawn : t.partWithdrawn}</p>
    </Notice>
  );
};

const Status = ({ download }: { download: Download }) => {
  const messages = useMessages();
  const t = messages.downloads;
  const { size } = useSaidSize();
  if (download.state === 'withdrawn') return null;
  const sentence = sentenceOf(download, useOnline(), messages);
  if (download.state === 'ready') {
    return (
      <div class="row">
        <p class="chip chip-leaf" role="status">
          <Icon name="tick" size={20} weight={3} />
          {t.ready}
        </p>
        <span class="muted number">{size(download.bytes)}</span>
      </div>
    );
  }
  return (
    <div class="stack-tight">
      <Bar percent={percentOf(download)} label={t.progressOf(download.title)} />
      <p class="muted number">{t.progress(percentOf(download), size(download.bytes))}</p>
      <p role="status">{sentence}</p>
    </div>
  );
};

type Props = { readonly download: Download; readonly children?: ComponentChildren };

/** How far a download is, what it is good for (`children`), and what can be done about it. */
export const DownloadProgress = ({ download, children }: Props) => {
  const { downloads: t } = useMessages();
  const { key, state, title } = download;
  return (
    <div class="stack-tight">
      <Status download={download} />
      <Loss {...download} />
      {children}
      <div class="row">
        {state === 'running' && (
          <Button small look="quiet" onClick={() => void pauseDownload(key)}>
            {t.pause}
          </Button>
        )}
        {(state === 'paused' || state === 'full' || state === 'failed') && (
          <Button small onClick={() => void resumeDownload(key)}>
            {t.goOn}
          </Button>
        )}
        <Button small look="quiet" label={t.removeOf(title)} onClick={() => void removeDownload(key)}>
          {t.remove}
        </Button>
      </div>
    </div>
  );
};
