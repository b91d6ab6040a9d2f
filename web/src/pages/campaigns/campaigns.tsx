import './campaigns.css';
import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { CampaignForm } from './campaign-form.tsx';
import { StatusChip } from './status-chip.tsx';

type Campaign = BodyOf<'getCampaign'>;

const CampaignRow = ({ campaign }: { campaign: Campaign }) => {
  const { campaigns: t } = useMessages();
  return (
    <li>
      <a class="card campaign-row" href={`/chien-dich/${campaign.campaignId}`}>
        <span class="row spread">
          <b>{campaign.name}</b>
          <StatusChip status={campaign.status} />
        </span>
        <span>{t.summary(campaign.touches, campaign.enrolments)}</span>
        <span class="muted small">{t.period(campaign.opensOn, campaign.closesOn)}</span>
      </a>
    </li>
  );
};

/** All campaigns, and creating one. */
const CampaignsPage = () => {
  const { campaigns: t } = useMessages();
  const who = useStore(session);
  const [isCreating, setCreating] = useState(false);
  const loaded = useResource(() => api.listCampaigns(), []);
  const mayCreate = who.state === 'in' && who.roles.includes('youth-union');
  if (isCreating) {
    return (
      <Page key="create" title={t.create} lead={t.lead} narrow>
        <CampaignForm onCancel={() => setCreating(false)} />
      </Page>
    );
  }
  const running = loaded.data?.campaigns.filter(({ status }) => status === 'open') ?? [];
  const sum = (counter: 'touches' | 'enrolments') =>
    running.reduce((total, campaign) => total + campaign[counter], 0);
  return (
    <Page
      key="list"
      title={t.title}
      lead={loaded.data ? t.headline(running.length, sum('touches'), sum('enrolments')) : t.lead}
    >
      <Loaded of={loaded}>
        {({ campaigns }) => (
          <div class="stack">
            {mayCreate && (
              <div>
                <Button onClick={() => setCreating(true)}>
                  {campaigns.length === 0 ? t.createFirst : t.create}
                </Button>
              </div>
            )}
            {campaigns.length === 0 && <Nothing text={t.none} />}
            <ul class="campaign-list">
              {campaigns.map((campaign) => (
                <CampaignRow key={campaign.campaignId} campaign={campaign} />
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </Page>
  );
};
export default CampaignsPage;
