import type { BodyOf } from '../../api/types.ts';
import { BarTable } from '../../chart/bar-table.tsx';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { countedText } from './counted-text.ts';
import { linkOf, qrLinkOf } from './links.ts';

type Channel = BodyOf<'getCampaign'>['channels'][number];

/** Each step has at most as many as the one before it: opened, by so many people, who took so many seats. */
const STEPS = ['touches', 'visitors', 'enrolments'] as const;

const Funnel = ({ channel, most }: { channel: Channel; most: number }) => {
  const { campaigns: t } = useMessages();
  const shown = useStore(language);
  return (
    <div>
      <BarTable
        caption={t.funnel(channel.label)}
        head={[t.step, t.count]}
        most={most}
        rows={STEPS.map((step) => ({
          key: step,
          name: t[step],
          value: channel[step],
          shown: countedText(channel[step], t, shown),
          look: step === 'enrolments' ? 'leaf' : 'indigo',
        }))}
      />
      <p class="muted small">{t.byScan(channel.scans)}</p>
    </div>
  );
};

const CopyLink = ({ channel }: { channel: Channel }) => {
  const { campaigns: t, common } = useMessages();
  const address = linkOf(location.origin, channel.link);
  return (
    <div class="stack-tight">
      <textarea
        class="input small tracked-link"
        readOnly
        rows={2}
        value={address}
        aria-label={t.link(channel.label)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton
        look="quiet"
        small
        label={t.copyLink(channel.label)}
        text={address}
        copied={common.copied}
        notCopied={common.notCopied}
      >
        {common.copy}
      </CopyButton>
    </div>
  );
};

type Props = {
  readonly channel: Channel;
  readonly campaignId: string;
  /** Touches of the channel opened most: the length of a full bar, so that channels can be compared. */
  readonly most: number;
};

/** One channel: its figures, its tracked link to copy, its QR code and the poster that carries it. */
export const ChannelCard = ({ channel, campaignId, most }: Props) => {
  const { campaigns: t } = useMessages();
  return (
    <article class="card channel" aria-label={channel.label}>
      <div class="row spread">
        <h3>{channel.label}</h3>
        <span class="chip chip-indigo">{t.kinds[channel.kind]}</span>
      </div>
      <Funnel channel={channel} most={most} />
      <div class="channel-ways">
        <QrCode text={qrLinkOf(location.origin, channel.link)} label={t.qrOf(channel.label)} />
        <div class="stack-tight">
          <CopyLink channel={channel} />
          <a
            class="btn btn-quiet btn-small"
            href={`/chien-dich/${campaignId}/ap-phich/${channel.channelId}`}
            aria-label={t.printPoster(channel.label)}
          >
            <Icon name="print" size={20} />
            {t.poster.print}
          </a>
        </div>
      </div>
    </article>
  );
};
