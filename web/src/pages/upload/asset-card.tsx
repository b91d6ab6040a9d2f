import { useState } from 'preact/hooks';
import type { MediaAsset } from '../../../../services/media/contract.ts';
import { formatInstant, formatSpan } from '../../format/dates.ts';
import { formatMegabytes } from '../../format/numbers.ts';
import { language, type Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Icon } from '../../ui/icon.tsx';
import { Bar } from '../../ui/stairs.tsx';

type Props = { readonly asset: MediaAsset; readonly onResume?: (file: File) => void };

const LOOKS = {
  'awaiting-upload': 'chip-sophora',
  received: 'chip-indigo',
  transcoding: 'chip-indigo',
  ready: 'chip-leaf',
  rejected: 'chip-vermilion',
  failed: 'chip-vermilion',
} as const;

const Resume = ({ asset, onResume }: { asset: MediaAsset; onResume: (file: File) => void }) => {
  const { media: t } = useMessages();
  const [isWrong, setWrong] = useState(false);
  const take = (file: File | undefined): void => {
    if (!file) return;
    setWrong(file.size !== asset.bytes);
    if (file.size === asset.bytes) onResume(file);
  };
  return (
    <div class="stack-tight">
      <label class="btn btn-quiet btn-small file-button">
        {t.resume(asset.fileName)}
        <input class="unseen" type="file" onChange={(event) => take(event.currentTarget.files?.[0])} />
      </label>
      {isWrong && (
        <small class="chip chip-vermilion" role="alert">
          {t.resumeWrong}
        </small>
      )}
    </div>
  );
};

/** Where a recording stands, in a few words. */
export const statusOf = ({ status, percent }: MediaAsset, t: Messages['media']): string =>
  status === 'transcoding' ? t.working(percent) : t.statuses[status];

/** Why a recording was not taken, and what to do about it. */
export const reasonOf = ({ reason }: MediaAsset, t: Messages['media']): string | undefined =>
  reason && (t.reasons[reason] ?? t.otherReason);

export const StatusChip = ({ asset }: { asset: MediaAsset }) => {
  const { media: t } = useMessages();
  return (
    <span class={`chip ${LOOKS[asset.status]}`} role="status">
      {statusOf(asset, t)}
    </span>
  );
};

/** What can be done with a recording: sent on, or watched. */
export const AssetActions = ({ asset, onResume }: Props) => {
  const { media: t } = useMessages();
  const { status, title, assetId } = asset;
  if (status === 'awaiting-upload' && onResume) return <Resume asset={asset} onResume={onResume} />;
  if (status !== 'ready') return null;
  return (
    <a class="btn btn-quiet btn-small" href={`/tai-len/${assetId}`} aria-label={t.watch(title)}>
      <Icon name="play" size={20} />
      {t.watchShort}
    </a>
  );
};

const Facts = ({ asset }: { asset: MediaAsset }) => {
  const { media: t } = useMessages();
  const shown = language.get();
  const facts = [
    formatMegabytes(asset.bytes, shown),
    asset.durationMs !== undefined && formatSpan(asset.durationMs),
    t.uploadedAt(formatInstant(asset.createdAt, shown)),
  ];
  return <p class="muted small number">{facts.filter(Boolean).join(' · ')}</p>;
};

/** One recording of the queue: where it stands, why not, or the way to watch it. */
export const AssetCard = ({ asset, onResume }: Props) => {
  const { media: t } = useMessages();
  const { status, percent, title, poster } = asset;
  const reason = reasonOf(asset, t);
  return (
    <article class="card asset" aria-label={title}>
      {poster && <img src={poster} alt="" loading="lazy" />}
      <div class="stack-tight">
        <div class="row spread">
          <b>{title}</b>
          <StatusChip asset={asset} />
        </div>
        <Facts asset={asset} />
        {status === 'transcoding' && <Bar percent={percent} label={t.working(percent)} />}
        {reason && <p>{reason}</p>}
        <AssetActions asset={asset} {...(onResume && { onResume })} />
      </div>
    </article>
  );
};
