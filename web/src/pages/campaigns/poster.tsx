import './campaigns.css';
import './poster.css';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Logo, Lotus } from '../../ui/drawings.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { linkOf, qrLinkOf } from './links.ts';

type Campaign = BodyOf<'getCampaign'>;

const Sheet = ({ campaign, channel }: { campaign: Campaign; channel: Campaign['channels'][number] }) => {
  const { campaigns: t, common } = useMessages();
  return (
    <article class="poster" aria-label={campaign.name}>
      <header class="poster-head">
        <Logo size={64} />
        <span>
          <b>{common.brand}</b>
          {common.centre}
        </span>
      </header>
      <h2>{campaign.name}</h2>
      <p class="poster-goal">{campaign.goal}</p>
      <div class="poster-code">
        <QrCode text={qrLinkOf(location.origin, channel.link)} label={t.qrOf(channel.label)} />
      </div>
      <p class="poster-scan">{t.poster.scan}</p>
      <p>{t.poster.how}</p>
      <p class="poster-link">{linkOf(location.origin, channel.link)}</p>
      <footer class="poster-foot">
        <Lotus size={72} />
        <span>
          {t.poster.free}
          <br />
          {t.period(campaign.opensOn, campaign.closesOn)}
        </span>
      </footer>
    </article>
  );
};

/** A poster on A4 with the code of one channel. On paper only the sheet is printed. */
const PosterPage = () => {
  const { campaigns: t, common } = useMessages();
  const { campaignId = '', channelId } = useRoute().params;
  const loaded = useResource(() => api.getCampaign({ params: { campaignId } }), [campaignId]);
  return (
    <div class="poster-page">
      <Page
        title={t.poster.print}
        back={{ href: `/chien-dich/${campaignId}`, label: t.poster.back }}
        actions={
          <Button onClick={() => print()}>
            <Icon name="print" size={22} />
            {t.poster.print}
          </Button>
        }
      >
        <Loaded of={loaded}>
          {(campaign) => {
            const channel = campaign.channels.find((one) => one.channelId === channelId);
            return channel ? (
              <Sheet campaign={campaign} channel={channel} />
            ) : (
              <Nothing text={common.notFound} />
            );
          }}
        </Loaded>
      </Page>
    </div>
  );
};
export default PosterPage;
