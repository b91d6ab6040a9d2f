import type { MediaAsset } from '../../../../services/media/contract.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Icon } from '../../ui/icon.tsx';
import { Bar } from '../../ui/stairs.tsx';

const LOOKS = {
  'awaiting-upload': 'chip-sophora',
  received: 'chip-indigo',
  transcoding: 'chip-indigo',
  ready: 'chip-leaf',
  rejected: 'chip-vermilion',
  failed: 'chip-vermilion',
} as const;

/** Where a recording stands, in a few words. */
export const statusOf = ({ status, percent }: MediaAsset, t: Messages['media']): string =>
  status === 'transcoding' ? t.working(percent) : t.statuses[status];

/** Why a file was not taken, and what to do about it, which for some reasons depends on what the file is. */
export const reasonOf = (
  { reason, kind }: Pick<MediaAsset, 'reason' | 'kind'>,
  t: Messages['media'],
): string | undefined => {
  if (!reason) return undefined;
  const own: Readonly<Record<string, string>> = kind ? t.reasonsByKind[kind] : {};
  const general: Readonly<Record<string, string>> = t.reasons;
  return own[reason] ?? general[reason] ?? t.otherReason;
};

/** `isSpoken` where it is about one recording: read out when it changes, but not with every percent. */
export const StatusChip = ({ asset, isSpoken = false }: { asset: MediaAsset; isSpoken?: boolean }) => {
  const { media: t } = useMessages();
  return (
    <span
      class={`chip ${LOOKS[asset.status]}`}
      role={isSpoken && asset.status !== 'transcoding' ? 'status' : undefined}
    >
      {statusOf(asset, t)}
    </span>
  );
};

/** How far the transcoding is, while it goes on. */
export const AssetProgress = ({ asset: { status, percent } }: { asset: MediaAsset }) => {
  const { media: t } = useMessages();
  return status === 'transcoding' ? <Bar percent={percent} label={t.working(percent)} /> : null;
};

/** The way to a recording's own page: to watch it, or to see what became of it. */
export const AssetLink = ({ asset }: { asset: MediaAsset }) => {
  const { media: t } = useMessages();
  const { status, title, assetId } = asset;
  const isReady = status === 'ready';
  return (
    <a
      class="btn btn-quiet btn-small"
      href={`/tai-len/${assetId}`}
      aria-label={isReady ? t.watch(title) : t.see(title)}
    >
      {isReady && <Icon name="play" size={20} />}
      {isReady ? t.watchShort : t.seeShort}
    </a>
  );
};
