import './campaigns.css';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { usePolling, useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { AddChannel } from './add-channel.tsx';
import { bestChannel } from './best-channel.ts';
import { ChannelCard } from './channel-card.tsx';
import { ChannelTable } from './channel-table.tsx';
import { StatusChip } from './status-chip.tsx';

type Campaign = BodyOf<'getCampaign'>;

const BestChannel = ({ campaign }: { campaign: Campaign }) => {
  const { campaigns: t } = useMessages();
  const best = bestChannel(campaign.channels);
  if (!best) return null;
  const say = best.by === 'enrolments' ? t.best : t.bestTouches;
  return <p>{say(best.label, best.count)}</p>;
};

const CampaignView = ({ campaign, onChange }: { campaign: Campaign; onChange: (next: Campaign) => void }) => {
  const { campaigns: t } = useMessages();
  const who = useStore(session);
  const shown = useStore(language);
  const most = Math.max(1, ...campaign.channels.map(({ touches }) => touches));
  const mayAdd = who.state === 'in' && who.roles.includes('youth-union') && campaign.status !== 'closed';
  return (
    <>
      <p class="row">
        <StatusChip status={campaign.status} />
        <span class="muted">{t.period(campaign.opensOn, campaign.closesOn)}</span>
      </p>
      <p class="campaign-sentence" role="status">
        {t.summary(campaign.touches, campaign.enrolments)}
      </p>
      <BestChannel campaign={campaign} />
      <p class="muted small">
        {campaign.countedAt ? t.countedAt(formatInstant(campaign.countedAt, shown)) : t.nothingCounted}
        {' · '}
        {t.live}
      </p>
      <ChannelTable channels={campaign.channels} title={t.compare(campaign.name)} />
      <Section title={t.channels}>
        <div class="channel-list">
          {campaign.channels.map((channel) => (
            <ChannelCard
              key={channel.channelId}
              channel={channel}
              campaignId={campaign.campaignId}
              most={most}
            />
          ))}
        </div>
      </Section>
      {mayAdd && (
        <Section title={t.addChannel}>
          <AddChannel campaignId={campaign.campaignId} onAdded={onChange} />
        </Section>
      )}
    </>
  );
};

/** One campaign: the sentence first, then each channel with its link, code and live figures. */
const CampaignPage = () => {
  const { campaigns: t } = useMessages();
  const campaignId = useRoute().params.campaignId ?? '';
  const loaded = useResource(() => api.getCampaign({ params: { campaignId } }), [campaignId]);
  usePolling(loaded.reload, 3_000, loaded.data !== undefined);
  return (
    <Page
      title={loaded.data?.name ?? t.title}
      lead={loaded.data?.goal}
      back={{ href: '/chien-dich', label: t.title }}
    >
      <Loaded of={loaded}>
        {(campaign) => <CampaignView campaign={campaign} onChange={loaded.replace} />}
      </Loaded>
    </Page>
  );
};
export default CampaignPage;
