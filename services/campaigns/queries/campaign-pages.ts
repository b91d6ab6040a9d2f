import type { Campaign as CampaignView } from '../contract.ts';
import { statusOn } from '../domain/campaign.ts';
import { addCounters, NONE } from '../domain/counters.ts';
import type { CampaignStore, CountedCampaign } from '../store.ts';

const view = ({ campaign, channels }: CountedCampaign, today: string): CampaignView => {
  const total = channels.map((channel) => channel.counters).reduce(addCounters, NONE);
  const countedAt = channels
    .flatMap((channel) => channel.countedAt ?? [])
    .sort()
    .at(-1);
  return {
    ...campaign,
    status: statusOn(campaign, today),
    touches: total.touches,
    visitors: total.visitors,
    enrolments: total.enrolments,
    ...(countedAt && { countedAt }),
    channels: channels.map(({ channelId, kind, label, code, counters }) => ({
      channelId,
      kind,
      label,
      link: `/t/${code}`,
      ...counters,
    })),
  };
};

/** A campaign with its counters as they stand. */
export async function campaignPage(
  store: CampaignStore,
  campaignId: string,
  today: string,
): Promise<CampaignView | undefined> {
  const counted = await store.findCounted(campaignId);
  return counted && view(counted, today);
}

/** Every campaign with its counters, newest first. */
export async function campaignList(store: CampaignStore, today: string): Promise<CampaignView[]> {
  const campaigns = await store.listCampaigns();
  const pages = await Promise.all(campaigns.map(({ campaignId }) => campaignPage(store, campaignId, today)));
  return pages.flatMap((page) => page ?? []);
}
